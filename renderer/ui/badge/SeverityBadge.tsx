import type { Severity } from '../../../shared/document/facts.ts';
import { classNames } from '../classNames.ts';
import styles from './SeverityBadge.module.css';

/** P0 solid, P1 tinted with an edge, P2 edge only, P3 text only: four shapes before three colours. */
export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  return (
    <span
      className={classNames(styles.badge, styles[severity])}
      role="img"
      aria-label={`Severity ${severity}`}
    >
      {severity}
    </span>
  );
}
