import type { Editor } from '@tiptap/core';
import { readFacts } from '../../../../shared/document/facts.ts';
import { isInstant } from '../../../../shared/time/instant.ts';
import { localTimeOn, sinceFirstAlert } from '../../../../shared/time/localTime.ts';
import { instantOfRow } from '../../../../shared/time/rowTime.ts';
import { timeOfAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { type TipAttributes, tip } from '../../../ui/tooltip/tip.ts';
import { sessionOf } from '../../editorContext.ts';
import { setAttribute } from '../../rows/element.ts';
import type { RowPlace } from './rowPlace.ts';
import { modelAt } from './timelineState.ts';

/** The tooltip of a row's time: what local clocks showed, and how long after the first alert. Null for nothing. */
function timeTip(editor: Editor, { row, timelinePos }: RowPlace): TipAttributes | null {
  const instant = instantOfRow(timeOfAttributes(row.attrs));
  if (instant === null) return null;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const local = localTimeOn(instant, timeZone);
  const alert = modelAt(editor.state, timelinePos)?.firstAlert ?? readFacts(sessionOf(editor).doc).firstAlert;
  const since = alert !== null && isInstant(alert) ? sinceFirstAlert(instant, alert) : null;
  const [lead, place] = local === null ? [undefined, null] : splitClock(local);
  const words = [place, since].filter((part) => part !== null).join(' · ');
  return words === '' ? null : tip(words, { lead });
}

/** Prepares the tooltip as the pointer comes: computed for the one row that is pointed at. */
export function setTimeTip(target: HTMLElement, editor: Editor, place: RowPlace): void {
  const attributes: Partial<TipAttributes> = timeTip(editor, place) ?? {};
  for (const name of ['data-tip', 'data-tip-lead', 'aria-description'] as const) {
    setAttribute(target, name, attributes[name] ?? null);
  }
}

export const timeDescription = (editor: Editor, place: RowPlace): string | null =>
  timeTip(editor, place)?.['aria-description'] ?? null;

/** `01:41` and `in Oslo` of `01:41 in Oslo`. */
function splitClock(local: string): readonly [string, string] {
  const gap = local.indexOf(' ');
  return [local.slice(0, gap), local.slice(gap + 1)];
}
