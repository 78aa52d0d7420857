import { type KeyboardEvent, useRef } from 'react';
import { classNames } from '../../ui/classNames.ts';
import { FileCode, FileText } from '../../ui/icons.ts';
import styles from './ExportDialog.module.css';
import type { ExportFormat } from './ExportDialog.tsx';

const FORMATS = [
  { value: 'pdf', label: 'PDF', icon: FileText },
  { value: 'md', label: 'Markdown', icon: FileCode },
] as const;

interface FormatChoiceProps {
  readonly value: ExportFormat;
  readonly onChange: (format: ExportFormat) => void;
}

/** The formats, side by side. Arrow keys choose. */
export function FormatChoice({ value, onChange }: FormatChoiceProps) {
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!/^Arrow/.test(event.key)) return;
    event.preventDefault();
    const other = FORMATS.findIndex((format) => format.value !== value);
    onChange(FORMATS[other]?.value ?? value);
    group.current?.querySelectorAll('button')[other]?.focus();
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      tabIndex={-1}
      aria-label="Format"
      className={styles.formats}
      onKeyDown={onKeyDown}
    >
      {FORMATS.map(({ value: format, label, icon: Icon }) => (
        // Native radios cannot be laid out as one strip and keep their focus ring inside it.
        // biome-ignore lint/a11y/useSemanticElements: see above
        <button
          key={format}
          type="button"
          role="radio"
          aria-checked={format === value}
          tabIndex={format === value ? 0 : -1}
          className={classNames(styles.format, format === value && styles.chosen)}
          {...(format === value ? { 'data-first-focus': '' } : undefined)}
          onClick={() => onChange(format)}
        >
          <Icon />
          {label}
        </button>
      ))}
    </div>
  );
}
