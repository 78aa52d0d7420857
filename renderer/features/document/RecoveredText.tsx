import styles from './RecoveredText.module.css';

/** Text that the file still holds although the edits it builds on are lost: shown, so that a person can use it. */
export function RecoveredText({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <section className={styles.recovered} aria-label="Recovered text">
      <h2>Recovered text</h2>
      <p>
        Part of this file was damaged. The text below was still readable in it but has lost its place. Copy
        what you need; it stays in the file.
      </p>
      {texts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: texts may be alike and never change
        <pre key={index}>{text}</pre>
      ))}
    </section>
  );
}
