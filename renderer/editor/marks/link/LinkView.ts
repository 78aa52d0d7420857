import { getMarkRange } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Link } from '../../../../shared/schema/linkMark.ts';
import { safeLinkAddress } from '../../../../shared/schema/linkPolicy.ts';
import { callHost } from '../../../session/host.ts';
import { showToast } from '../../../ui/toast/toasts.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      /** Links the selection, or the link under the caret, to an address. */
      setLink: (href: string) => ReturnType;
      /** Takes the link under the selection away; its text stays. */
      unsetLink: () => ReturnType;
    };
  }
}

/**
 * Opens an address outside, where the link policy allows it: the desktop by the system's browser or mail
 * program, a browser in a tab of its own that cannot reach back.
 */
export async function openLink(written: string): Promise<void> {
  const address = safeLinkAddress(written);
  if (address === null) {
    showToast('This address is not opened: only https, http and mailto are');
    return;
  }
  const { opened } = await callHost('link.open', { address });
  if (!opened) window.open(address, '_blank', 'noopener,noreferrer');
}

function stopFollowing(_view: unknown, event: MouseEvent): boolean {
  if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
  return false;
}

export const LinkView = Link.extend({
  addCommands() {
    return {
      setLink:
        (href) =>
        ({ chain }) =>
          chain().extendMarkRange('link').setMark('link', { href, title: null }).run(),
      unsetLink:
        () =>
        ({ chain }) =>
          chain().extendMarkRange('link').unsetMark('link').run(),
    };
  },

  addProseMirrorPlugins() {
    const { type } = this;
    return [
      new Plugin({
        key: new PluginKey('link'),
        props: {
          // The browser must not follow a link by itself: only the host opens addresses.
          handleDOMEvents: {
            click: stopFollowing,
            auxclick: stopFollowing,
          },
          handleClick: (view, position, event) => {
            const range = getMarkRange(view.state.doc.resolve(position), type);
            const anchor = (event.target as Element | null)?.closest('a');
            if (!range || !anchor) return false;
            if (!event.ctrlKey && !event.metaKey && view.editable) return false;
            const mark = view.state.doc.rangeHasMark(range.from, range.to, type)
              ? view.state.doc
                  .resolve(range.from + 1)
                  .marks()
                  .find((found) => found.type === type)
              : undefined;
            void openLink(String(mark?.attrs.href ?? ''));
            return true;
          },
          // A pasted address on selected text links the text.
          handlePaste: (view, event) => {
            const address = safeLinkAddress(event.clipboardData?.getData('text/plain') ?? '');
            const { selection } = view.state;
            if (address === null || selection.empty || !(selection instanceof TextSelection)) return false;
            if (/\s/.test(address) || !selection.$from.sameParent(selection.$to)) return false;
            view.dispatch(
              view.state.tr
                .addMark(selection.from, selection.to, type.create({ href: address }))
                .scrollIntoView(),
            );
            return true;
          },
        },
      }),
    ];
  },
});
