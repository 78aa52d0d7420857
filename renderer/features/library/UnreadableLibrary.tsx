import { EmptyState } from '../../ui/emptyState/EmptyState.tsx';
import { RefreshCw } from '../../ui/icons.ts';
import styles from './EmptyLibrary.module.css';

interface UnreadableLibraryProps {
  readonly sentence: string;
  readonly next: string;
  readonly onRetry: () => void;
}

/** The folder itself cannot be read. */
export function UnreadableLibrary({ sentence, next, onRetry }: UnreadableLibraryProps) {
  const retry = {
    label: 'Try again',
    detail: 'Reads the folder once more',
    icon: <RefreshCw />,
    onSelect: onRetry,
  };
  return (
    <div className={styles.page} role="alert">
      <EmptyState title={sentence} choices={[retry]}>
        {next}
      </EmptyState>
    </div>
  );
}
