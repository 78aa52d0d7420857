import { classNames } from '../classNames.ts';
import styles from './PriorityBars.module.css';

export type ActionPriority = 'P1' | 'P2' | 'P3';

const LIT: Readonly<Record<ActionPriority, number>> = { P1: 3, P2: 2, P3: 1 };

/** An action's priority: three to one bars and its name. Never a badge, which is a severity. */
export function PriorityBars({ priority }: { readonly priority: ActionPriority }) {
  return (
    <span className={styles.priority}>
      <svg viewBox="0 0 13 12" aria-hidden="true" className={styles.bars}>
        {[1, 2, 3].map((bar) => (
          <rect
            key={bar}
            className={classNames(bar <= LIT[priority] && styles.lit)}
            x={(bar - 1) * 5}
            y={12 - bar * 4}
            width={3}
            height={bar * 4}
            rx={1}
          />
        ))}
      </svg>
      {priority}
    </span>
  );
}
