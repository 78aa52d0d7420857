import type { AnyExtension, Extensions } from '@tiptap/core';
import { Dropcursor, Gapcursor } from '@tiptap/extensions';
import { bodyOf } from '../../shared/document/layout.ts';
import { postmortemExtensions } from '../../shared/schema/postmortemSchema.ts';
import { BoundDocument } from './binding/boundDocument.ts';
import { caretApart } from './binding/caretApart.ts';
import { followedCaret } from './binding/followedCaret.ts';
import { keepInStep } from './binding/keepInStep.ts';
import { returnedFocus } from './binding/returnedFocus.ts';
import { stepPerPlace } from './binding/stepPerPlace.ts';
import { undoneCaret } from './binding/undoneCaret.ts';
import { copyText } from './copy-text/copyText.ts';
import { heardClipboard } from './copy-text/heardClipboard.ts';
import { type EditedDocument, editorContext } from './editorContext.ts';
import { find } from './find/find.ts';
import { headingGuidance } from './guidance/headingGuidance.ts';
import { placeholders } from './guidance/placeholders.ts';
import { headingBesideSelection } from './keys/besideHeading.ts';
import { browserUndo } from './keys/browserUndo.ts';
import { capsLock } from './keys/capsLock.ts';
import { composedStep } from './keys/composedStep.ts';
import { documentEnds } from './keys/documentEnds.ts';
import { heardCaret } from './keys/heardCaret.ts';
import { indentCode } from './keys/indentCode.ts';
import { keptCaret } from './keys/keptCaret.ts';
import { lineAbove } from './keys/lineAbove.ts';
import { sectionHeading } from './keys/sectionHeading.ts';
import { sectionKeys } from './keys/sectionKeys.ts';
import { selectAll } from './keys/selectAll.ts';
import { composedOverLink } from './marks/link/composedOverLink.ts';
import { LinkView } from './marks/link/LinkView.ts';
import { typedLinks } from './marks/link/typedLinks.ts';
import { CodeBlockView } from './nodes/code-block/CodeBlockView.ts';
import { formExtensions, formViews } from './nodes/forms.ts';
import { ImageView } from './nodes/image/ImageView.ts';
import { ListItemKeys } from './nodes/list-item/ListItemKeys.ts';
import { markerRules } from './nodes/list-item/markerRules.ts';
import { TableView } from './nodes/table/TableView.ts';
import { TaskItemView } from './nodes/task-item/TaskItemView.ts';
import { timelineExtensions, timelineViews } from './nodes/timeline/timelineExtensions.ts';
import { pasteHtml } from './paste-html/pasteHtml.ts';
import { lineBelowPaste } from './paste-markdown/lineBelowPaste.ts';
import { pasteMarkdown } from './paste-markdown/pasteMarkdown.ts';
import { slashMenu } from './slash-menu/slashMenu.ts';

/** The nodes and marks that have a view or commands in the window; each takes the place of its plain form. */
const views: readonly AnyExtension[] = [
  ImageView,
  LinkView,
  TableView,
  CodeBlockView,
  ListItemKeys,
  TaskItemView,
  ...formViews,
  ...timelineViews,
];

/** The schema's nodes with their views and commands, bound to a document. */
export function editorExtensions(session: EditedDocument): Extensions {
  return [
    editorContext(session),
    ...postmortemExtensions.map((plain) => views.find((view) => view.name === plain.name) ?? plain),
    headingGuidance,
    placeholders,
    browserUndo,
    composedStep,
    capsLock,
    heardCaret,
    keptCaret,
    markerRules,
    indentCode,
    lineAbove,
    sectionHeading,
    sectionKeys,
    headingBesideSelection,
    selectAll,
    documentEnds,
    ...formExtensions,
    ...timelineExtensions,
    slashMenu,
    pasteHtml,
    caretApart,
    pasteMarkdown,
    lineBelowPaste,
    copyText,
    heardClipboard,
    typedLinks,
    composedOverLink,
    find,
    Gapcursor,
    Dropcursor.configure({ color: false, class: 'drop-cursor' }),
    BoundDocument.configure({
      fragment: bodyOf(session.doc),
      yUndoOptions: { undoManager: session.undo },
    }),
    keepInStep,
    stepPerPlace,
    followedCaret,
    undoneCaret,
    returnedFocus,
  ];
}
