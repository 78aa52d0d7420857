import { useState } from 'react';
import { safeLinkAddress } from '../../../shared/schema/linkPolicy.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Input } from '../../ui/input/Input.tsx';
import styles from './BubbleToolbar.module.css';

interface LinkFieldProps {
  readonly href: string;
  /** An address that the link policy allows, or an empty text to take the link away. */
  readonly onSet: (href: string) => void;
  readonly onClose: () => void;
}

/** Where an address is written. A bare host becomes https. */
export function LinkField({ href, onSet, onClose }: LinkFieldProps) {
  const [text, setText] = useState(href);
  const [wrong, setWrong] = useState<string | null>(null);
  const commit = (): void => {
    const written = text.trim();
    const address = /^[\w-]+(\.[\w-]+)+([/?#:].*)?$/.test(written) ? `https://${written}` : written;
    if (address === '' || safeLinkAddress(address) !== null) onSet(address);
    else setWrong('Write an address that begins with https://, http:// or mailto:');
  };
  return (
    <form
      className={styles.link}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <Input
        label="Address of the link"
        autoFocus
        value={text}
        wrong={wrong}
        placeholder="https://"
        onChange={(next) => {
          setText(next);
          setWrong(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      />
      <Button size="small" type="submit">
        {text.trim() === '' && href !== '' ? 'Remove the link' : 'Link'}
      </Button>
    </form>
  );
}
