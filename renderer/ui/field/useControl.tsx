import { type ReactNode, useId } from 'react';
import { OctagonAlert } from '../icons.ts';
import styles from './Field.module.css';
import { useField } from './FieldContext.ts';

/** What every control that takes a value has in common. */
export interface ControlProps {
  /** Its name for assistive technology; not needed inside a Field. */
  readonly label?: string | undefined;
  /** What is wrong with the value, in one sentence; null or undefined when nothing is. */
  readonly wrong?: string | null | undefined;
  /** Why it cannot be changed now. The value stays readable and focusable. */
  readonly off?: string | undefined;
}

interface Control {
  /** Goes on the element that takes focus. */
  readonly attributes: {
    readonly id: string;
    readonly 'aria-label': string | undefined;
    readonly 'aria-invalid': true | undefined;
    readonly 'aria-describedby': string | undefined;
  };
  /** The id of the visible label, if there is one: for popups that share the name. */
  readonly labelId: string | undefined;
  /** The sentence under the control, if there is one. */
  readonly message: ReactNode;
}

/** Names a control, and ties the sentence that says what is wrong with it, or why it is off, to it. */
export function useControl({ label, wrong, off }: ControlProps): Control {
  const own = useId();
  const field = useField();
  const isWrong = wrong !== undefined && wrong !== null;
  const sentence = isWrong ? wrong : off;
  const messageId = sentence === undefined ? undefined : `${own}-message`;
  const described = [field?.hintId, messageId].filter((id) => id !== undefined).join(' ');
  return {
    attributes: {
      id: field?.controlId ?? `${own}-control`,
      'aria-label': label,
      'aria-invalid': isWrong || undefined,
      'aria-describedby': described === '' ? undefined : described,
    },
    labelId: label === undefined ? field?.labelId : undefined,
    message:
      sentence === undefined ? null : (
        <span id={messageId} className={isWrong ? styles.wrong : styles.off}>
          {isWrong ? <OctagonAlert /> : null}
          {sentence}
        </span>
      ),
  };
}
