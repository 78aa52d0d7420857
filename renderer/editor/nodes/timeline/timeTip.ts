import type { Editor } from '@tiptap/core';
import { readFacts } from '../../../../shared/document/facts.ts';
import { isInstant } from '../../../../shared/time/instant.ts';
import { localTimeOn, sinceFirstAlert } from '../../../../shared/time/localTime.ts';
import { instantOfRow } from '../../../../shared/time/rowTime.ts';
import { timeOfAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { tip } from '../../../ui/tooltip/tip.ts';
import { sessionOf } from '../../editorContext.ts';
import { setAttribute } from '../../rows/element.ts';
import type { RowPlace } from './rowPlace.ts';
import { modelAt } from './timelineState.ts';

/** Prepares a row's tooltip as the pointer comes: the time on local clocks, and since the first alert. */
export function setTimeTip(target: HTMLElement, editor: Editor, { row, timelinePos }: RowPlace): void {
  const instant = instantOfRow(timeOfAttributes(row.attrs));
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const local = instant === null ? null : localTimeOn(instant, timeZone);
  const alert = modelAt(editor.state, timelinePos)?.firstAlert ?? readFacts(sessionOf(editor).doc).firstAlert;
  const known = instant !== null && alert !== null && isInstant(alert);
  const since = known ? sinceFirstAlert(instant, alert) : null;
  const [lead, place] = local === null ? [undefined, null] : splitClock(local);
  const words = [place, since].filter((part) => part !== null).join(' · ');
  const attributes = words === '' ? {} : tip(words, { lead });
  for (const name of ['data-tip', 'data-tip-lead', 'aria-description'] as const) {
    setAttribute(target, name, attributes[name as keyof typeof attributes] ?? null);
  }
}

/** `01:41` and `in Oslo` of `01:41 in Oslo`. */
function splitClock(local: string): readonly [string, string] {
  const gap = local.indexOf(' ');
  return [local.slice(0, gap), local.slice(gap + 1)];
}
