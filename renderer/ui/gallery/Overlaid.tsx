import { useState } from 'react';
import { Button, IconButton } from '../button/Button.tsx';
import { ConfirmDialog } from '../dialog/ConfirmDialog.tsx';
import { Dialog } from '../dialog/Dialog.tsx';
import { Copy, EyeOff, File, FileText, Flag, Import, Info, Trash } from '../icons.ts';
import { Input } from '../input/Input.tsx';
import type { MenuEntry } from '../menu/entries.ts';
import { MenuButton } from '../menu/MenuButton.tsx';
import { openMenu } from '../menu/openMenu.ts';
import { Popover } from '../popover/Popover.tsx';
import type { Anchor } from '../popover/usePlacement.ts';
import { Select } from '../select/Select.tsx';
import { Tabs } from '../tabs/Tabs.tsx';
import { showToast } from '../toast/toasts.ts';
import { tip } from '../tooltip/tip.ts';
import styles from './gallery.module.css';
import { Item, Section } from './Section.tsx';

const done = (): void => {
  showToast('Row moved to 00:31', { label: 'Undo', onSelect: () => showToast('Row moved back') });
};
const ROW: readonly MenuEntry[] = [
  { label: 'Delete the row', icon: <Trash />, danger: true, onSelect: done },
  { label: 'Mark as Mitigated', icon: <Flag />, keys: 'Alt+M', onSelect: done },
  { label: 'Copy the row', icon: <Copy />, onSelect: done },
  { label: 'Mark as internal', icon: <EyeOff />, off: 'Comes with public copies', onSelect: done },
];
const NEW: readonly MenuEntry[] = [
  {
    label: 'Full P0/P1 template',
    detail: '14 sections, 5 Whys, sign-off',
    icon: <FileText />,
    keys: 'Mod+N',
    onSelect: done,
  },
  { label: 'Short template', detail: 'Summary, timeline, cause, actions', icon: <File />, onSelect: done },
  'rule',
  { label: 'Import…', detail: 'Markdown', icon: <Import />, onSelect: done },
];
const MARKS: readonly MenuEntry[] = [
  { heading: 'Milestones of this row' },
  { label: 'Impact starts', checked: true, onSelect: done },
  { label: 'First alert', checked: false, onSelect: done },
];

export function Overlaid() {
  const [open, setOpen] = useState<'question' | 'dialog' | null>(null);
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  const [tab, setTab] = useState<'review' | 'whys'>('review');
  const [format, setFormat] = useState<'a4' | 'letter'>('a4');
  const close = (): void => setOpen(null);
  return (
    <Section title="Menus, dialogs, toasts, tabs">
      <MenuButton kind="primary" menuLabel="New postmortem" entries={NEW} placement="bottom-end">
        New postmortem
      </MenuButton>
      <MenuButton menuLabel="Row" entries={ROW}>
        Row
      </MenuButton>
      <Button
        onClick={(event) => openMenu({ anchor: event.currentTarget, label: 'Milestones', entries: MARKS })}
      >
        Milestones
      </Button>
      <Button onClick={() => setOpen('question')}>Question</Button>
      <Button onClick={() => setOpen('dialog')}>Dialog</Button>
      <Button onClick={done}>Toast</Button>
      <IconButton
        label="What belongs here"
        icon={<Info />}
        onClick={(event) => setAnchor(event.currentTarget)}
      />
      <Item label="Tooltip">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what has a tooltip is reached by keyboard */}
        <span tabIndex={0} {...tip('in Oslo · +57 min', { lead: '01:41' })}>
          00:41
        </span>
      </Item>
      <div className={styles.wide}>
        <Tabs
          label="Inspector"
          tabs={[
            { id: 'review', label: 'Review', count: 6 },
            { id: 'whys', label: 'People' },
          ]}
          selected={tab}
          onSelect={setTab}
        >
          The panel of {tab}
        </Tabs>
      </div>
      {anchor === null ? null : (
        <Popover anchor={anchor} label="What belongs here" onClose={() => setAnchor(null)}>
          What customers saw, in figures.
        </Popover>
      )}
      {open === 'question' ? (
        <ConfirmDialog
          title="Remove Malik’s access?"
          safe="Keep access"
          act="Remove access"
          danger
          onAct={done}
          onClose={close}
        >
          He gets no new changes from now on. He keeps the copy that is already on his laptop.
        </ConfirmDialog>
      ) : null}
      {open === 'dialog' ? (
        <Dialog
          title="Export INC-2471"
          onClose={close}
          footerNote="3 findings block publishing."
          footer={
            <>
              <Button onClick={close}>Cancel</Button>
              <Button kind="primary" onClick={close}>
                Export PDF
              </Button>
            </>
          }
        >
          <Input label="File name" value="INC-2471.pdf" onChange={() => {}} />
          <Select
            label="Paper"
            lead="Paper:"
            value={format}
            options={[
              { value: 'a4', label: 'A4' },
              { value: 'letter', label: 'Letter' },
            ]}
            onChange={setFormat}
          />
          <MenuButton menuLabel="Row" entries={ROW}>
            Row
          </MenuButton>
        </Dialog>
      ) : null}
    </Section>
  );
}
