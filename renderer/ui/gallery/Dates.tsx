import { useState } from 'react';
import { DatePicker } from '../date/DatePicker.tsx';
import { DateTimePicker } from '../date/DateTimePicker.tsx';
import { Field } from '../field/Field.tsx';
import { Item, Section } from './Section.tsx';

/** A fixed day, so that pictures of this page compare. */
const now = (): Date => new Date('2026-11-24T14:02:00Z');

export function Dates() {
  const [minute, setMinute] = useState<string | null>('2026-11-12T23:52');
  const [day, setDay] = useState<string | null>(null);
  return (
    <Section title="Dates">
      <Field label="First alert">
        <DateTimePicker value={minute} onChange={setMinute} now={now} />
      </Field>
      <Field label="Due">
        <DatePicker value={day} onChange={setDay} now={now} />
      </Field>
      <Item label="Off">
        <DatePicker label="Due" value="2026-12-01" onChange={setDay} off="Done on 20 November" now={now} />
      </Item>
    </Section>
  );
}
