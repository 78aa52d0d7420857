import { STATUSES } from '../../../shared/document/about.ts';
import {
  DETECTION_METHODS,
  SEVERITIES,
  type Severity,
  type TextFact as TextFactKey,
  writeFact,
} from '../../../shared/document/facts.ts';
import { aboutOf } from '../../../shared/document/layout.ts';
import { customerImpact } from '../../../shared/time/incidentMetrics.ts';
import type { MilestoneRow } from '../../../shared/time/milestones.ts';
import type { DocumentSession } from '../../session/documentSession.ts';
import { BY_HAND } from '../../session/origins.ts';
import { useAbout, useFacts } from '../../session/useFacts.ts';
import { SeverityBadge } from '../../ui/badge/SeverityBadge.tsx';
import { StatusIcon, statusLabel } from '../../ui/badge/StatusLabel.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { Fact } from './Fact.tsx';
import styles from './FactsHeader.module.css';
import { ImpactFact } from './ImpactFact.tsx';
import { IncidentIdFact } from './IncidentIdFact.tsx';
import { otherPeople } from './otherPeople.ts';
import { SetFact } from './SetFact.tsx';
import { TextFact } from './TextFact.tsx';
import { TimeFact } from './TimeFact.tsx';
import { TitleFact } from './TitleFact.tsx';
import { useUndoneFact } from './useUndoneFact.ts';
import { SEVERITY_WORDS, TEMPLATE_WORDS } from './words.ts';

const severityOptions = SEVERITIES.map((severity) => ({
  value: severity,
  label: SEVERITY_WORDS[severity],
  alias: severity,
  icon: <SeverityBadge severity={severity} />,
}));

const statusOptions = STATUSES.map((status) => ({
  value: status,
  label: statusLabel(status),
  icon: <StatusIcon status={status} />,
}));

interface FactsHeaderProps {
  readonly session: DocumentSession;
  /** The rows of the timelines, for what follows from them. */
  readonly rows: readonly MilestoneRow[];
}

/** Title, status and facts at the head of the page, each edited where it stands. */
export function FactsHeader({ session, rows }: FactsHeaderProps) {
  const facts = useFacts(session);
  const about = useAbout(session);
  const header = useUndoneFact(session);
  const text = { session, readOnly: undefined };
  const person = (fact: TextFactKey) => ({
    ...text,
    fact,
    value: facts[fact],
    suggestions: otherPeople(facts, fact),
    placeholder: 'Name',
  });
  return (
    <header ref={header} className={styles.header}>
      <div className={styles.eyebrow}>
        <span>{TEMPLATE_WORDS[about.template]}</span>
        <span aria-hidden="true">·</span>
        <Select
          label="Status"
          size="small"
          quiet
          value={about.status}
          options={statusOptions}
          onChange={(status) =>
            session.doc.transact(() => aboutOf(session.doc).set('status', status), BY_HAND)
          }
        />
      </div>
      <TitleFact session={session} title={facts.title ?? ''} readOnly={false} />
      <dl className={styles.facts}>
        <Fact name="Incident ID">
          <IncidentIdFact
            session={session}
            value={facts.incidentId}
            firstAlert={facts.firstAlert}
            rows={rows}
          />
        </Fact>
        <Fact name="Severity">
          <Select
            label="Severity"
            quiet
            value={SEVERITIES.includes(facts.severity as Severity) ? (facts.severity as Severity) : null}
            options={severityOptions}
            placeholder="Choose a severity"
            onChange={(severity) => writeFact(session.doc, 'severity', severity, BY_HAND)}
          />
        </Fact>
        <Fact name="First alert">
          <TimeFact
            session={session}
            fact="firstAlert"
            label="First alert"
            value={facts.firstAlert}
            near={facts.allClear}
          />
        </Fact>
        <Fact name="All-clear">
          <TimeFact
            session={session}
            fact="allClear"
            label="All-clear"
            value={facts.allClear}
            near={facts.firstAlert}
            notBefore={facts.firstAlert}
          />
        </Fact>
        <Fact name="Customer-visible impact" wide>
          <ImpactFact session={session} stated={facts.statedImpact} impact={customerImpact(rows)} />
        </Fact>
        <Fact name="Tenants" wide>
          <SetFact
            session={session}
            readOnly={undefined}
            fact="tenants"
            label="Tenants"
            members={facts.tenants}
            placeholder="Who was affected, or all"
          />
        </Fact>
        <Fact name="Regions" wide>
          <SetFact
            session={session}
            readOnly={undefined}
            fact="regions"
            label="Regions"
            members={facts.regions}
            placeholder="eu-west-1, or all"
            mono
          />
        </Fact>
        <Fact name="Services" wide>
          <SetFact
            session={session}
            readOnly={undefined}
            fact="services"
            label="Services"
            members={facts.services}
            placeholder="checkout-api, or all"
            mono
          />
        </Fact>
        <Fact name="Detected by" wide>
          <TextFact
            {...text}
            fact="detection"
            label="Detected by"
            value={facts.detection}
            suggestions={DETECTION_METHODS}
            placeholder="How it came to notice"
          />
        </Fact>
        <Fact name="Incident commander" wide>
          <div className={styles.pair}>
            <span className={styles.asLong} data-text={facts.commander ?? ''}>
              <TextFact {...person('commander')} label="Incident commander" />
            </span>
            <span className={styles.quiet}>of</span>
            <span className={styles.asLong} data-text={facts.commanderTeam ?? ''}>
              <TextFact
                {...text}
                fact="commanderTeam"
                label="The commander's team"
                value={facts.commanderTeam}
                placeholder="Team"
              />
            </span>
          </div>
        </Fact>
        <Fact name="On-call primary">
          <TextFact {...person('primary')} label="On-call primary" />
        </Fact>
        <Fact name="On-call secondary">
          <TextFact {...person('secondary')} label="On-call secondary" />
        </Fact>
        <Fact name="Recorder">
          <TextFact {...person('recorder')} label="Recorder" />
        </Fact>
        <Fact name="Author">
          <TextFact {...person('author')} label="Author" />
        </Fact>
      </dl>
    </header>
  );
}
