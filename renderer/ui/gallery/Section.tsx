import type { ReactNode } from 'react';
import styles from './gallery.module.css';

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <div className={styles.items}>{children}</div>
    </section>
  );
}

export function Item({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.item}>
      <div className={styles.box}>{children}</div>
      <span className={styles.label}>{label}</span>
    </div>
  );
}
