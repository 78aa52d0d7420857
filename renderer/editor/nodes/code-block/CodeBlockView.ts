import { CodeBlock } from '@tiptap/extension-code-block';
import styles from './CodeBlockView.module.css';

/** A code block with its language in a small field at its corner. */
export const CodeBlockView = CodeBlock.extend({
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const dom = document.createElement('pre');
      const language = document.createElement('input');
      language.className = styles.language ?? '';
      language.setAttribute('aria-label', 'Language of the code');
      language.placeholder = 'Language';
      language.contentEditable = 'false';
      const contentDOM = document.createElement('code');
      dom.append(language, contentDOM);
      let shown = node;
      // As long as its word, so that it takes no more of the first line of the code than it needs.
      const fitWord = (): void => {
        language.size = Math.max(2, (language.value || language.placeholder).length);
      };
      const draw = (): void => {
        language.readOnly = !editor.isEditable;
        if (document.activeElement !== language) language.value = shown.attrs.language ?? '';
        fitWord();
      };
      const commit = (): void => {
        const position = getPos();
        const name = language.value.trim().replace(/\s+/g, '-').slice(0, 40);
        if (position === undefined || !editor.isEditable || name === (shown.attrs.language ?? '')) return;
        editor.view.dispatch(
          editor.state.tr.setNodeAttribute(position, 'language', name === '' ? null : name),
        );
      };
      language.addEventListener('input', fitWord);
      language.addEventListener('change', commit);
      language.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        commit();
        editor.view.focus();
      });
      draw();
      return {
        dom,
        contentDOM,
        update: (next) => {
          if (next.type !== shown.type) return false;
          shown = next;
          draw();
          return true;
        },
        stopEvent: (event) => event.target === language,
        ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
      };
    };
  },
});
