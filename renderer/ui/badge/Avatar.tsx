import { classNames } from '../classNames.ts';
import styles from './Avatar.module.css';
import { initialsOf } from './initials.ts';

export interface AvatarProps {
  readonly name: string;
  /** The person's colour while here; none for a person who is only named. */
  readonly peer?: 'a' | 'b' | 'c' | 'd' | undefined;
  /** Known, but not here now. */
  readonly away?: boolean;
  readonly size?: 'normal' | 'small';
  /** False where the name stands beside it anyway. */
  readonly named?: boolean;
}

/** A person's initials. */
export function Avatar({ name, peer, away = false, size = 'normal', named = true }: AvatarProps) {
  const className = classNames(
    styles.avatar,
    away ? styles.away : peer && styles[peer],
    size === 'small' && styles.small,
  );
  if (!named) {
    return (
      <span className={className} aria-hidden="true">
        {initialsOf(name)}
      </span>
    );
  }
  return (
    <span className={className} role="img" aria-label={away ? `${name}, away` : name}>
      {initialsOf(name)}
    </span>
  );
}
