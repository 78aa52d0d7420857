import { Avatar } from '../badge/Avatar.tsx';
import { Chip } from '../badge/Chip.tsx';
import { Meter } from '../badge/Meter.tsx';
import { Missing } from '../badge/Missing.tsx';
import { PriorityBars } from '../badge/PriorityBars.tsx';
import { SectionRing } from '../badge/SectionRing.tsx';
import { SeverityBadge } from '../badge/SeverityBadge.tsx';
import { StatusLabel } from '../badge/StatusLabel.tsx';
import { Note } from '../note/Note.tsx';
import { Mono } from '../text/Mono.tsx';
import { TimeText } from '../text/TimeText.tsx';
import { Item, Section } from './Section.tsx';

export function Signals() {
  return (
    <>
      <Section title="Severity, status, priority, chip">
        <Item label="Severity">
          {(['P0', 'P1', 'P2', 'P3'] as const).map((severity) => (
            <SeverityBadge key={severity} severity={severity} />
          ))}
        </Item>
        <Item label="Document">
          <StatusLabel status="draft" />
          <StatusLabel status="in-review" />
          <StatusLabel status="published" />
        </Item>
        <Item label="Action">
          <StatusLabel status="open" />
          <StatusLabel status="in-progress" />
          <StatusLabel status="done" />
          <StatusLabel status="dropped" />
        </Item>
        <Item label="Priority">
          <PriorityBars priority="P1" />
          <PriorityBars priority="P2" />
          <PriorityBars priority="P3" />
        </Item>
        <Item label="Link to an action">
          <Chip kind="action" onClick={() => {}}>
            <Mono>A2</Mono>
          </Chip>
        </Item>
        <Item label="Source, kind">
          <Chip kind="source" href="https://example.com/deploy/88213">
            deploy log
          </Chip>
          <Chip kind="kind">monitoring</Chip>
        </Item>
        <Item label="Missing">
          <Missing onClick={() => {}}>Assign</Missing>
        </Item>
        <Item label="Section">
          <SectionRing filled={0} total={5} />
          <SectionRing filled={2} total={5} />
          <SectionRing filled={4} total={5} />
          <SectionRing filled={5} total={5} />
        </Item>
        <Item label="Meter">
          <Meter label="Complete" value={0.78} /> 78%
          <Meter label="Complete" value={1} /> 100%
        </Item>
      </Section>
      <Section title="People, text">
        <Item label="Here now">
          <Avatar name="Ines Okafor" peer="b" />
          <Avatar name="Linnea Berg" peer="a" />
          <Avatar name="Dario Metz" peer="c" />
          <Avatar name="Ruth Adeyemi" peer="d" />
        </Item>
        <Item label="Away">
          <Avatar name="Yuki Sandoval" away />
        </Item>
        <Item label="Named">
          <Avatar name="Tomasz Wrona" size="small" named={false} /> Tomasz Wrona
        </Item>
        <Item label="ID and time">
          <Mono>INC-2026-11-12-001</Mono>
          <TimeText dateTime="2026-11-12T23:52Z">2026-11-12 23:52 UTC</TimeText>
        </Item>
        <Note>A change to the root cause or the actions asks for sign-off again.</Note>
        <Note tone="warn">The end of the vault failover is unknown.</Note>
      </Section>
    </>
  );
}
