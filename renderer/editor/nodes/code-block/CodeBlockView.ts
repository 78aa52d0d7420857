import { CodeBlock } from '@tiptap/extension-code-block';
import { setAttribute } from '../../rows/element.ts';
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
      language.dataset.undo = 'document';
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
        if (language.dataset.pending === undefined) language.value = shown.attrs.language ?? '';
        fitWord();
      };
      const commit = (): void => {
        const position = getPos();
        const name = language.value.trim().replace(/\s+/g, '-').slice(0, 40);
        delete language.dataset.pending;
        draw();
        if (position === undefined || !editor.isEditable || name === (shown.attrs.language ?? '')) return;
        editor.view.dispatch(
          editor.state.tr.setNodeAttribute(position, 'language', name === '' ? null : name),
        );
      };
      language.addEventListener('input', () => {
        fitWord();
        setAttribute(language, 'data-pending', language.value === (shown.attrs.language ?? '') ? null : '');
      });
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
