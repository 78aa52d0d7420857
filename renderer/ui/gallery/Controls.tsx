import { useState } from 'react';
import { Button, IconButton } from '../button/Button.tsx';
import { Checkbox } from '../choice/Checkbox.tsx';
import { RadioGroup } from '../choice/RadioGroup.tsx';
import { Segmented } from '../choice/Segmented.tsx';
import { Combobox } from '../combobox/Combobox.tsx';
import { Field } from '../field/Field.tsx';
import { Ellipsis, PanelRight, Plus, Search } from '../icons.ts';
import { Input } from '../input/Input.tsx';
import { Kbd, Keys } from '../keys/Keys.tsx';
import { Select } from '../select/Select.tsx';
import { TokenField } from '../tokenField/TokenField.tsx';
import styles from './gallery.module.css';
import { Item, Section } from './Section.tsx';

const PEOPLE = ['Ruth Adeyemi', 'Linnea Berg', 'Ines Okafor', 'Tomasz Wrona', 'Dario Metz'].map((name) => ({
  value: name,
  label: name,
}));
const REGIONS = ['all', 'eu-west-1', 'eu-north-1', 'us-east-1'].map((value) => ({ value, label: value }));
const ACCESS = [
  { value: 'writer', label: 'Writer', detail: 'Can change everything' },
  { value: 'reader', label: 'Reader' },
  { value: 'none', label: 'Remove access' },
] as const;
const FORMATS = [
  { value: 'pdf', label: 'PDF' },
  { value: 'markdown', label: 'Markdown' },
  { value: 'json', label: 'JSON' },
] as const;

export function Controls() {
  return (
    <>
      <Section title="Button">
        <Item label="Primary">
          <Button kind="primary" icon={<Plus />}>
            New postmortem
          </Button>
        </Item>
        <Item label="Default">
          <Button>Export</Button>
        </Item>
        <Item label="Quiet">
          <Button kind="quiet">Cancel</Button>
        </Item>
        <Item label="Danger">
          <Button kind="danger">Remove access</Button>
        </Item>
        <Item label="Icon">
          <IconButton label="More" icon={<Ellipsis />} />
          <IconButton
            label="Inspector"
            icon={<PanelRight />}
            size="small"
            pressed
            keys="Mod+Shift+Backslash"
          />
        </Item>
        <Item label="Link">
          <Button kind="link">Show</Button>
        </Item>
        <Item label="Small, keys">
          <Button size="small" icon={<Plus />} keys="Mod+Enter">
            Add an action
          </Button>
        </Item>
        <Item label="Off, and why">
          <Button off="3 findings block publishing">Publish</Button>
        </Item>
        <Item label="Off, in the tooltip">
          <IconButton label="Undo" icon={<PanelRight />} off="Nothing to undo" />
        </Item>
        <Item label="Keys">
          <Keys shortcut="Mod+Shift+Space" />
          <Kbd>Esc</Kbd>
        </Item>
      </Section>
      <Inputs />
      <Choices />
    </>
  );
}

function Inputs() {
  const [text, setText] = useState('vault');
  const [access, setAccess] = useState<'writer' | 'reader' | 'none'>('writer');
  const [owner, setOwner] = useState('');
  const [regions, setRegions] = useState<readonly string[]>(['eu-west-1', 'eu-north-1']);
  return (
    <Section title="Input and select">
      <Item label="Rest">
        <Input
          label="Search"
          className={styles.narrow}
          placeholder="Search titles"
          prefix={<Search />}
          suffix={<Kbd>/</Kbd>}
          value=""
          onChange={setText}
        />
      </Item>
      <Item label="Filled">
        <Input label="Filled" className={styles.narrow} value={text} onChange={setText} />
      </Item>
      <Item label="Wrong">
        <Input
          label="Time"
          mono
          className={styles.narrow}
          value="25:14"
          wrong="Hours go from 00 to 23"
          onChange={setText}
        />
      </Item>
      <Item label="Off">
        <Input
          label="Off"
          className={styles.narrow}
          value="INC-2026-11-24-001"
          off="The file is read only"
          onChange={setText}
        />
      </Item>
      <Item label="Select">
        <Select label="Access" value={access} options={ACCESS} onChange={setAccess} />
        <Select
          label="Severity"
          lead="Severity:"
          value="any"
          options={[{ value: 'any', label: 'any' }]}
          onChange={() => {}}
        />
        <Select label="Off" value={access} options={ACCESS} onChange={setAccess} off="You only read" />
      </Item>
      <div className={styles.narrow}>
        <Field label="Owner" hint="Completes from people in this document">
          <Combobox value={owner} onChange={setOwner} suggestions={PEOPLE} placeholder="Who does it" />
        </Field>
      </div>
      <div className={styles.wide}>
        <Field label="Regions">
          <TokenField
            mono
            values={regions}
            suggestions={REGIONS}
            onAdd={(added) => setRegions([...regions, ...added])}
            onRemove={(gone) => setRegions(regions.filter((region) => region !== gone))}
          />
        </Field>
      </div>
    </Section>
  );
}

function Choices() {
  const [checked, setChecked] = useState(true);
  const [format, setFormat] = useState<'pdf' | 'markdown' | 'json'>('pdf');
  return (
    <Section title="Check, radio, segments">
      <Item label="Checkbox">
        <Checkbox checked={checked} onChange={setChecked}>
          Times agree with the timeline
        </Checkbox>
        <Checkbox checked={!checked} onChange={() => setChecked(!checked)}>
          Wording is blameless
        </Checkbox>
      </Item>
      <Item label="Off">
        <Checkbox checked onChange={() => {}} off="Belongs to P0">
          Public version
        </Checkbox>
      </Item>
      <div className={styles.wide}>
        <RadioGroup
          label="Format"
          value={format}
          onChange={setFormat}
          options={[
            { value: 'pdf', label: 'PDF', detail: 'Everything in the document' },
            { value: 'markdown', label: 'Markdown', detail: 'Facts, summary, root cause, actions' },
            { value: 'json', label: 'JSON', off: 'Not for this document' },
          ]}
        />
      </div>
      <Item label="Segments">
        <Segmented label="Format" value={format} options={FORMATS} onChange={setFormat} />
      </Item>
      <Item label="In one line">
        <RadioGroup label="Format" look="line" value={format} options={FORMATS} onChange={setFormat} />
      </Item>
    </Section>
  );
}
