import { Button } from '../button/Button.tsx';
import { SunMoon } from '../icons.ts';
import { Controls } from './Controls.tsx';
import { Dates } from './Dates.tsx';
import styles from './gallery.module.css';
import { Messages } from './Messages.tsx';
import { Overlaid } from './Overlaid.tsx';
import { Signals } from './Signals.tsx';

function toggleTheme(): void {
  const { dataset } = document.documentElement;
  dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark';
}

export function Gallery() {
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>Components and their states</h1>
        <Button size="small" icon={<SunMoon />} onClick={toggleTheme}>
          Light or dark
        </Button>
      </header>
      <div className={styles.columns}>
        <Controls />
        <Signals />
        <Dates />
        <Overlaid />
        <Messages />
      </div>
    </main>
  );
}
