import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { MilestoneKey } from '../../../../shared/schema/milestones.ts';
import { MILESTONES } from '../../../../shared/time/milestones.ts';
import { announce } from '../../../ui/announcer/announce.ts';
import { openMenu } from '../../../ui/menu/openMenu.ts';
import { rowLater } from '../../rows/rowLater.ts';
import { setRowAttributes } from './rowCommands.ts';

/** The labels of the milestones that a row carries, in the order of an incident. */
export const milestoneLabels = (attrs: Node['attrs']): readonly string[] =>
  MILESTONES.filter(({ key }) => attrs[key] === true).map(({ label }) => label);

/** Opens the milestones: each is set or taken back by itself, and a row may carry several. */
export function openMilestones(
  anchor: HTMLElement,
  has: (key: MilestoneKey) => boolean,
  toggle: (key: MilestoneKey, label: string) => void,
): void {
  const entries = MILESTONES.map(({ key, label }) => ({
    label,
    checked: has(key),
    onSelect: () => toggle(key, label),
  }));
  openMenu({ anchor, label: 'Milestones', entries });
}

export function openMilestoneMenu(editor: Editor, rowPos: number, anchor: HTMLElement): void {
  const later = rowLater(editor, rowPos);
  const marked = (key: MilestoneKey): boolean => editor.state.doc.nodeAt(rowPos)?.attrs[key] === true;
  openMilestones(anchor, marked, (key, label) => {
    const now = later();
    if (now !== null) toggleMilestone(editor, now, key, label);
  });
}

/** Marks a row as a milestone, or takes that back. */
export function toggleMilestone(editor: Editor, rowPos: number, key: MilestoneKey, label: string): void {
  const value = editor.state.doc.nodeAt(rowPos)?.attrs[key] === true ? null : true;
  setRowAttributes(editor, rowPos, { [key]: value });
  announce(value === null ? `No longer marked as ${label}` : `Marked as ${label}`);
}
