import type { AnyExtension, Extensions } from '@tiptap/core';
import { arrowStops } from '../rows/arrowStops.ts';
import { currentRow } from '../rows/currentRow.ts';
import { drawnUndo } from '../rows/drawnUndo.ts';
import { freshIds } from '../rows/freshIds.ts';
import { pasteBelowForm } from '../rows/pasteBelowForm.ts';
import { pasteBeside } from '../rows/pasteBeside.ts';
import { pasteIntoLine } from '../rows/pasteIntoLine.ts';
import { pasteWords } from '../rows/pasteWords.ts';
import { replaceAcrossRows } from '../rows/replaceAcrossRows.ts';
import { rowKeys } from '../rows/rowKeys.ts';
import { rowSelection, selectRowKey } from '../rows/rowSelection.ts';
import { surroundings } from '../rows/surroundings.ts';
import { tabStops } from '../rows/tabStops.ts';
import { ACTION_ITEM, newActionNames } from './action-list/actionKind.ts';
import { actionViews } from './action-list/actionViews.ts';
import { checkKeys } from './checklist/checkKeys.ts';
import { CHECK_ITEM } from './checklist/checkKind.ts';
import { checklistViews } from './checklist/checklistViews.ts';
import { FIELD } from './field-list/fieldKind.ts';
import { fieldViews } from './field-list/fieldViews.ts';
import { SIGN_OFF_ROW } from './sign-off/signOffKind.ts';
import { signOffViews } from './sign-off/signOffViews.ts';
import { whyKeys } from './why-chain/whyKeys.ts';
import { WHY } from './why-chain/whyKind.ts';
import { whyViews } from './why-chain/whyViews.ts';

const KINDS = [WHY, ACTION_ITEM, FIELD, CHECK_ITEM, SIGN_OFF_ROW];

/** The nodes of the forms, each with its view. */
export const formViews: readonly AnyExtension[] = [
  ...fieldViews,
  ...whyViews,
  ...actionViews,
  ...checklistViews,
  ...signOffViews,
];

/** What the forms need beside their nodes: what is around a row, and the keys. */
export const formExtensions: Extensions = [
  surroundings,
  currentRow,
  tabStops,
  arrowStops,
  drawnUndo,
  freshIds(newActionNames),
  whyKeys,
  checkKeys,
  ...KINDS.map(rowKeys),
  rowSelection(KINDS),
  selectRowKey(KINDS),
  pasteBeside(KINDS),
  pasteBelowForm,
  pasteIntoLine,
  pasteWords,
  replaceAcrossRows,
];
