import { z } from 'zod';
import type { CycleConference } from './conference.js';
import { until } from './patience.js';
import type { Stage } from './stage.js';

const releaseShape = z.object({
  id: z.string(),
  state: z.string(),
  ownObjections: z.array(z.object({ id: z.string() })),
});
const pageShape = z.object({ releases: z.object({ nodes: z.array(releaseShape) }) });
type CycleRelease = z.infer<typeof releaseShape>;
const RELEASES =
  'query ($id: ID!) { releases(conferenceId: $id, first: 200) { nodes { id state ownObjections { id } } } }';

const OBJECTOR = 'koordination.sn';
const SECONDS = 60;

/** A Land objects to a release, nobody learns which, and takes it back. */
export async function objectAndWithdraw(stage: Stage, conference: CycleConference): Promise<void> {
  const first = await until('die vorgeschlagene Freigabe eines Beschlusses', SECONDS, async () => {
    return (await releasesOf(stage, OBJECTOR, conference.id)).at(0) ?? null;
  });
  await stage.act(OBJECTOR, 'objectToRelease', { releaseId: first.id, party: 'SN' }, 'release { id }');
  const seen = await one(stage, 'geschaeftsstelle', conference.id, first.id);
  stage.expect(seen.state === 'BLOCKED', 'Die Geschäftsstelle sieht, dass die Freigabe blockiert ist.');
  stage.expect(seen.ownObjections.length === 0, 'Wer widersprochen hat, sieht die Geschäftsstelle nicht.');
  const [objection] = (await one(stage, OBJECTOR, conference.id, first.id)).ownObjections;
  await stage.act(OBJECTOR, 'withdrawReleaseObjection', { objectionId: objection?.id }, '__typename');
  const after = await one(stage, 'geschaeftsstelle', conference.id, first.id);
  stage.expect(after.state === 'PROPOSED', 'Nach der Rücknahme ist die Freigabe wieder offen.');
  stage.report('einer Freigabe wurde widersprochen, der Widerspruch wurde zurückgenommen');
}

async function releasesOf(stage: Stage, name: string, id: string): Promise<readonly CycleRelease[]> {
  return pageShape.parse(await (await stage.as(name)).ask(RELEASES, { id })).releases.nodes;
}

async function one(stage: Stage, name: string, conferenceId: string, releaseId: string): Promise<CycleRelease> {
  const found = (await releasesOf(stage, name, conferenceId)).find(({ id }) => id === releaseId);
  stage.expect(found !== undefined, 'Die Freigabe ist zu sehen.');
  return found ?? { id: releaseId, state: '', ownObjections: [] };
}
