import { z } from 'zod';
import { seasonNames } from '#glossary';
import { proposedChair } from '#organisation';
import { until } from './patience.js';
import { CycleFailure } from './person.js';
import type { Stage } from './stage.js';

const resolutionShape = z.object({
  topic: z.object({
    resolution: z.object({ id: z.string(), clauses: z.array(z.object({ id: z.string() })) }),
  }),
});
const conferencesShape = z.object({ conferences: z.array(z.object({ year: z.number() })) });
const returnedShape = z.object({ followUp: z.object({ returnedAs: z.object({ title: z.string() }).nullable() }) });
const termsShape = z.object({
  chairTerms: z.array(
    z.object({
      id: z.string(),
      validFrom: z.string(),
      revision: z.number(),
      party: z.object({ code: z.string() }),
    }),
  ),
});
const madeShape = z.object({ followUp: z.object({ id: z.string() }) });
const plannedShape = z.object({ conference: z.object({ id: z.string(), title: z.string() }) });

/** Returned by a job that looks every minute. */
const SECONDS = 120;
const JUNE = ['06-09', '06-11'] as const;

/** A clause asks for a report; at the next conference it is a topic by itself. */
export async function letAFollowUpReturn(stage: Stage, adoptedTopicId: string): Promise<void> {
  const secretariat = await stage.as('geschaeftsstelle');
  const query = 'query ($id: ID!) { topic(id: $id) { resolution { id clauses { id } } } }';
  const { topic } = resolutionShape.parse(await secretariat.ask(query, { id: adoptedTopicId }));
  const year = await freeSpring(stage);
  const wish = {
    resolutionId: topic.resolution.id,
    clauseId: topic.resolution.clauses[0]?.id,
    kind: 'REPORT',
    task: 'Bericht über die Umsetzung des Beschlusses',
    addressee: 'AK2',
    due: { season: 'SPRING', year },
  };
  const made = await stage.act('geschaeftsstelle', 'createFollowUp', wish, 'followUp { id }');
  const { followUp } = madeShape.parse(made);
  stage.report(`Berichtsauftrag an den AK II zum ${seasonNames.SPRING} ${year}`);
  const [startsOn, endsOn] = JUNE.map((day) => `${year}-${day}`);
  const chair = await swapTheChair(stage, year);
  const plan = { season: 'SPRING', year, startsOn, endsOn, chair };
  await secretariat.mustBeRefused('planConference', { ...plan, chair: proposedChair(year) }, 'CHAIR_DIFFERS_FROM_TERM');
  const planned = await stage.act('geschaeftsstelle', 'planConference', plan, 'conference { id title }');
  stage.report(`geplant: ${plannedShape.parse(planned).conference.title}; wartet auf die Rückkehr des Auftrags`);
  const returned = await until('der Auftrag als Thema der nächsten Konferenz', SECONDS, async () => {
    const again = 'query ($id: ID!) { followUp(id: $id) { returnedAs { title } } }';
    return returnedShape.parse(await secretariat.ask(again, { id: followUp.id })).followUp.returnedAs;
  });
  stage.report(`von selbst zurückgekehrt: ${returned.title}`);
}

/** Two Länder change places; the Land that comes first by the rotation no longer holds the chair in that year. */
async function swapTheChair(stage: Stage, year: number): Promise<string> {
  const secretariat = await stage.as('geschaeftsstelle');
  const asked = '{ chairTerms { id validFrom revision party { code } } }';
  const { chairTerms } = termsShape.parse(await secretariat.ask(asked));
  const [term, other] = [year, year + 1].map((each) =>
    chairTerms.find(({ validFrom }) => validFrom.startsWith(`${each}-`)),
  );
  if (term === undefined || other === undefined) throw new CycleFailure(`Für ${year} ist kein Vorsitz vorgesehen`);
  const input = { termId: term.id, otherTermId: other.id, expectedRevision: term.revision };
  await stage.act('geschaeftsstelle', 'swapChairTerms', { ...input, reason: 'Landtagswahl' }, '__typename');
  stage.report(`Vorsitz ${year} getauscht: ${other.party.code} statt ${term.party.code}`);
  return other.party.code;
}

/** The spring after everything that is planned. */
async function freeSpring(stage: Stage): Promise<number> {
  const secretariat = await stage.as('geschaeftsstelle');
  const { conferences } = conferencesShape.parse(await secretariat.ask('{ conferences { year } }'));
  return Math.max(...conferences.map(({ year }) => year)) + 1;
}
