import {
  adoptionRuleNames,
  discussionDemandNames,
  holidayRuleNames,
  scheduleUnitNames,
  silenceRuleNames,
} from '#glossary';
import { KernHeading } from '@kern-ux-annex/kern-react-kit';
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { ConferenceProfilesDocument, type ConferenceProfilesQuery } from '../generated/graphql.js';
import { Facts } from '../ui/facts.js';
import { Failure } from '../ui/failure.js';
import { countOf } from '../ui/format.js';
import { History } from '../ui/history.js';
import { LinkButton } from '../ui/link-button.js';
import { Loading, Page } from '../ui/page.js';
import { dayFields, scheduleFields } from './profile-draft.js';

type Profile = ConferenceProfilesQuery['conferenceProfiles'][number];

export function useProfiles() {
  const [{ data, error }, execute] = useQuery({ query: ConferenceProfilesDocument });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  return { profiles: data?.conferenceProfiles, error, reload };
}

/** Whoever may edit one profile may add another: both belong to the secretariat. */
export function mayEdit({ availableActions }: Profile): boolean {
  return availableActions.some(({ action, available }) => action === 'editConferenceProfile' && available);
}

export function ProfilesPage() {
  const { profiles, error, reload } = useProfiles();
  if (!profiles) {
    if (error) return <Failure error={error} onRetry={reload} />;
    return <Loading what="Die Profile werden geladen" />;
  }
  return (
    <Page
      title="Konferenzprofile"
      lead="Fristen, Regeln und Namen je Fachministerkonferenz. Eine Änderung gilt für Konferenzen, die danach geplant, und für Abstimmungen, die danach eröffnet werden."
    >
      {profiles.some(mayEdit) && (
        <p>
          <LinkButton to="/konferenzprofile/neu" text="Konferenzprofil anlegen" icon="add" />
        </p>
      )}
      {profiles.map((profile) => (
        <section key={profile.code} className="section">
          <KernHeading level={2} size="medium">
            {profile.name}
          </KernHeading>
          <ProfileFacts profile={profile} />
          {mayEdit(profile) && (
            <LinkButton to={`/konferenzprofile/${profile.code}`} text={`Konferenzprofil bearbeiten: ${profile.code}`} />
          )}
          <details>
            <summary className="kern-body">Verlauf</summary>
            <History entries={profile.history} />
          </details>
        </section>
      ))}
    </Page>
  );
}

function ProfileFacts({ profile }: { readonly profile: Profile }) {
  const known: Readonly<Record<string, unknown>> = { ...profile };
  const numbers = (fields: typeof scheduleFields) => fields.filter(({ isNumber }) => isNumber);
  const { names } = profile;
  return (
    <Facts
      facts={[
        { term: 'Voller Name', value: `${names.conference} (${names.shortName})` },
        { term: 'Geschäftsstelle', value: names.office },
        {
          term: 'Beschlossen wird mit',
          value: `${adoptionRuleNames[profile.adoptionRule]}, mindestens ${profile.minYes} Ja`,
        },
        { term: 'Schweigen in der Sitzung', value: silenceRuleNames[profile.silenceRule] },
        { term: 'Schweigen im Umlaufverfahren', value: silenceRuleNames[profile.writtenProcedureSilenceRule] },
        { term: 'Aussprache verlangt', value: discussionDemandNames[profile.mayDemandDiscussion] },
        ...numbers(scheduleFields).map(({ name, label }) => ({
          term: label,
          value: `${String(known[name])} Wochen vorher`,
        })),
        { term: 'Bei Sondersitzungen', value: `${scheduleUnitNames[profile.specialScheduleUnit]} statt Wochen` },
        ...dayFields.map(({ name, label }) => ({ term: label, value: `${String(known[name])} Arbeitstage` })),
        { term: 'Arbeitstage für alle', value: holidayRuleNames[profile.holidayRule] },
        {
          term: 'Umlaufverfahren mindestens',
          value: countOf(profile.writtenProcedureLeavesHours, 'Stunde', 'Stunden'),
        },
        { term: 'Im Umlauf gefasst', value: names.writtenResolution },
        { term: 'Gremien', value: names.bodies.map(({ name }) => name).join(', ') },
        { term: 'Listen der Tagesordnung', value: names.lists.map(({ name }) => name).join(', ') },
      ]}
    />
  );
}
