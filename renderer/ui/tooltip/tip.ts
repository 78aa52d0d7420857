import type { Shortcut } from '../keyboard.ts';

export interface TipOptions {
  /** Stands before the text, strong: the local time in "**01:41** in Oslo". */
  readonly lead?: string | undefined;
  readonly keys?: Shortcut | undefined;
  /** False where assistive technology has the text already, as an icon button's name. */
  readonly spoken?: boolean;
}

export interface TipAttributes {
  readonly 'data-tip': string;
  readonly 'data-tip-lead'?: string;
  readonly 'data-tip-keys'?: Shortcut;
  readonly 'aria-description'?: string;
}

/**
 * The attributes that give an element a tooltip, in React (`{...tip('…')}`) and in plain DOM (set each).
 * TooltipHost shows it. A tooltip adds, never repeats; what is needed to act does not belong in one.
 */
export function tip(text: string, { lead, keys, spoken = true }: TipOptions = {}): TipAttributes {
  return {
    'data-tip': text,
    ...(lead === undefined ? undefined : { 'data-tip-lead': lead }),
    ...(keys === undefined ? undefined : { 'data-tip-keys': keys }),
    ...(spoken ? { 'aria-description': lead === undefined ? text : `${lead} ${text}` } : undefined),
  };
}
