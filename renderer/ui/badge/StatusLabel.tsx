import type { PostmortemStatus } from '../../../shared/document/about.ts';
import { classNames } from '../classNames.ts';
import { Circle, CircleCheck, CircleDashed, CircleDot, CircleMinus, type LucideIcon } from '../icons.ts';
import styles from './StatusLabel.module.css';

export type ActionStatus = 'open' | 'in-progress' | 'done' | 'dropped';

interface Look {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly tone?: 'warn' | 'ok' | 'accent';
}

const LOOKS: Readonly<Record<PostmortemStatus | ActionStatus, Look>> = {
  draft: { label: 'Draft', icon: CircleDashed },
  'in-review': { label: 'In review', icon: CircleDot, tone: 'warn' },
  published: { label: 'Published', icon: CircleCheck, tone: 'ok' },
  open: { label: 'Open', icon: Circle },
  'in-progress': { label: 'In progress', icon: CircleDot, tone: 'accent' },
  done: { label: 'Done', icon: CircleCheck, tone: 'ok' },
  dropped: { label: 'Dropped', icon: CircleMinus },
};

/** What a status is called, for a list to choose from. */
export function statusLabel(status: PostmortemStatus | ActionStatus): string {
  return LOOKS[status].label;
}

/** The shape of a status, which its colour only underlines, for a list to choose from. */
export function StatusIcon({ status }: { readonly status: PostmortemStatus | ActionStatus }) {
  const { icon: Icon, tone } = LOOKS[status];
  return (
    <span className={classNames(styles.status, tone && styles[tone])}>
      <Icon />
    </span>
  );
}

/** The status of a postmortem or of an action: a shape, then its name. */
export function StatusLabel({ status }: { readonly status: PostmortemStatus | ActionStatus }) {
  const { label, icon: Icon, tone } = LOOKS[status];
  return (
    <span className={classNames(styles.status, tone && styles[tone])}>
      <Icon />
      {label}
    </span>
  );
}
