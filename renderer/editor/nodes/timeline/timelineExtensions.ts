import type { AnyExtension, Extensions } from '@tiptap/core';
import { TimelineEventView, TimelineSourceView } from './cellViews.ts';
import { pasteInRows } from './paste/pasteInRows.ts';
import { pasteIntoSource } from './paste/pasteIntoSource.ts';
import { TimelineRowView, TimelineView } from './TimelineView.ts';
import { tableOffer } from './tableOffer.ts';
import { timelineCellKeys, timelineEditing } from './timelineEditing.ts';

/** The nodes of a timeline, each with its view. */
export const timelineViews: readonly AnyExtension[] = [
  TimelineView,
  TimelineRowView,
  TimelineEventView,
  TimelineSourceView,
];

/** What a timeline needs beside its nodes. */
export const timelineExtensions: Extensions = [
  pasteInRows,
  pasteIntoSource,
  timelineEditing,
  timelineCellKeys,
  tableOffer,
];
