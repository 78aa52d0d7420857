import { type ComponentPropsWithRef, type MouseEvent, type ReactNode, useId } from 'react';
import { classNames } from '../classNames.ts';
import { ariaKeys, type Shortcut } from '../keyboard.ts';
import { Keys } from '../keys/Keys.tsx';
import { VisuallyHidden } from '../text/VisuallyHidden.tsx';
import { tip } from '../tooltip/tip.ts';
import styles from './Button.module.css';

export type ButtonKind = 'default' | 'primary' | 'quiet' | 'danger' | 'link';

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'type'> {
  readonly kind?: ButtonKind;
  readonly size?: 'normal' | 'small';
  /** Before the words. */
  readonly icon?: ReactNode;
  /** After the words: a chevron, a count. */
  readonly after?: ReactNode;
  /** Shown as key caps after the words and told to assistive technology; does not listen to keys. */
  readonly keys?: Shortcut | undefined;
  /** Why it cannot be pressed now. It stays focusable, so that the reason can be read. */
  readonly off?: string | undefined;
  /** Where the reason stands: beside the button, or in its tooltip where there is no room. */
  readonly reason?: 'beside' | 'tooltip';
  /** For a button that stays pressed; omit for others. */
  readonly pressed?: boolean | undefined;
  readonly type?: 'button' | 'submit';
}

/** A button with words. Verbs, sentence case. For an icon alone see IconButton. */
export function Button({
  kind = 'default',
  size = 'normal',
  icon,
  after,
  keys,
  off,
  reason = 'beside',
  pressed,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (off === undefined) onClick?.(event);
    else event.preventDefault();
  };
  const button = (
    <button
      {...(off !== undefined && reason === 'tooltip' ? tip(off) : undefined)}
      {...rest}
      type={type}
      className={classNames(
        kind === 'link' ? styles.link : styles.button,
        styles[kind],
        size === 'small' && styles.small,
        className,
      )}
      aria-pressed={pressed}
      aria-disabled={off === undefined ? undefined : true}
      aria-describedby={off !== undefined && reason === 'beside' ? reasonId : rest['aria-describedby']}
      aria-keyshortcuts={keys === undefined ? rest['aria-keyshortcuts'] : ariaKeys(keys)}
      onClick={press}
    >
      {icon}
      {children}
      {after}
      {keys === undefined ? null : <Keys shortcut={keys} />}
    </button>
  );
  if (off === undefined || reason === 'tooltip') return button;
  return (
    <span className={styles.withReason}>
      {button}
      <span id={reasonId} className={styles.reason}>
        {off}
      </span>
    </span>
  );
}

export interface IconButtonProps
  extends Omit<ButtonProps, 'icon' | 'after' | 'children' | 'aria-label' | 'reason'> {
  /** Its name, also shown as its tooltip together with `keys`. */
  readonly label: string;
  readonly icon: ReactNode;
}

/** An icon alone. Quiet unless said otherwise. */
export function IconButton({ label, icon, keys, off, kind = 'quiet', className, ...rest }: IconButtonProps) {
  return (
    <Button
      {...(off === undefined ? tip(label, { keys, spoken: false }) : undefined)}
      {...rest}
      kind={kind}
      off={off}
      reason="tooltip"
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      className={classNames(styles.iconOnly, className)}
    >
      {icon}
      <VisuallyHidden>{label}</VisuallyHidden>
    </Button>
  );
}
