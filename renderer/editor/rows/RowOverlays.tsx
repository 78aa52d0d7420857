import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/button/Button.tsx';
import { MonthGrid } from '../../ui/date/MonthGrid.tsx';
import { OptionList } from '../../ui/listbox/OptionList.tsx';
import { Popover } from '../../ui/popover/Popover.tsx';
import { overlays, type ShownCalendar } from './overlays.ts';

const close = (): void => overlays.setState({ calendar: null });

/** What the rows of an editor show above the page. Mounted once beside the editor. */
export function RowOverlays() {
  const { suggestions, calendar } = useStore(overlays);
  return (
    <>
      {suggestions === null ? null : <OptionList {...suggestions} labelId={undefined} chosen={null} />}
      {calendar === null ? null : (
        <Popover anchor={calendar.anchor} label={calendar.label} onClose={close}>
          <RowCalendar {...calendar} />
        </Popover>
      )}
    </>
  );
}

function RowCalendar({ chosen, today, onChoose }: ShownCalendar) {
  const [current, setCurrent] = useState(chosen ?? today);
  const choose = (date: string): void => {
    close();
    onChoose(date);
  };
  return (
    <>
      <MonthGrid chosen={chosen} current={current} today={today} onMove={setCurrent} onChoose={choose} />
      <Button kind="link" size="small" onClick={() => choose(today)}>
        Today (UTC)
      </Button>
    </>
  );
}
