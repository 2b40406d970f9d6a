import { Module, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConferenceStage, type ConferenceStage } from '#testing';
import { DeadlineKeeper, type DeadlineKeeperHandler, type OpenDuty } from './deadline-keeper.js';
import { DeadlineKeepers } from './deadline-keepers.js';
import type { Deadline } from './domain/deadline.js';

const dutiesOf = (role: string): string =>
  `SELECT id AS deadline_id, '${role}' AS role, NULL AS party, NULL AS body FROM asked WHERE state = 'OPEN'`;

const closed: string[] = [];

@DeadlineKeeper({ kinds: ['WRITTEN_PROCEDURE', 'FOLLOW_UP'] })
class ProcedureKeeper implements DeadlineKeeperHandler {
  readonly openDuties = dutiesOf('PARTY_COORDINATOR');

  async close({ id }: Deadline): Promise<void> {
    closed.push(id);
  }
}

@DeadlineKeeper({ kinds: ['AGENDA_DRAFT'] })
class AgendaKeeper implements DeadlineKeeperHandler {
  readonly openDuties = dutiesOf('SECRETARIAT');
}

@DeadlineKeeper({ kinds: ['PRE_CONFERENCE'] })
class SilentKeeper implements DeadlineKeeperHandler {}

@DeadlineKeeper({ kinds: ['COMMENT_ROUND', 'FOLLOW_UP'] })
class SecondKeeper implements DeadlineKeeperHandler {}

@Module({})
class KeptModule {}

async function among(...providers: readonly Type[]): Promise<DeadlineKeepers> {
  const twice = { module: KeptModule, imports: [DiscoveryModule], providers: [...providers, DeadlineKeepers] };
  const context = await NestFactory.createApplicationContext(twice, { logger: false, abortOnError: false });
  const keepers = context.get(DeadlineKeepers);
  await context.close();
  return keepers;
}

describe('The keepers of deadlines', () => {
  it('are found among all providers, and each closes what is its own', async () => {
    const keepers = await among(ProcedureKeeper, AgendaKeeper, SilentKeeper);
    await keepers.closerOf('FOLLOW_UP')?.({ id: 'deadline-1' } as Deadline);
    expect(closed).toEqual(['deadline-1']);
    expect(keepers.closerOf('AGENDA_DRAFT')).toBeNull();
    expect(keepers.closerOf('FINAL_PAPERS')).toBeNull();
  });

  it('do not start when there are two for one kind', async () => {
    const starting = among(ProcedureKeeper, SecondKeeper);
    await expect(starting).rejects.toThrow('Two keepers for the deadlines FOLLOW_UP: ProcedureKeeper, SecondKeeper');
  });
});

describe('Open duties', () => {
  let stage: ConferenceStage;

  beforeAll(async () => {
    stage = await aConferenceStage();
  });
  afterAll(() => stage.close());

  const open = async (keepers: DeadlineKeepers): Promise<readonly string[]> => {
    const rows = await stage.database.read(stage.person('leser.he'), (tx) =>
      tx.query<{ kind: string; role: OpenDuty['role'] }>(
        `WITH asked AS (SELECT * FROM deadlines WHERE conference_id = $1)
         SELECT kind, role FROM (${keepers.openDutiesSql()}) AS duties JOIN deadlines ON deadlines.id = deadline_id`,
        [stage.conferenceId],
      ),
    );
    return rows.map(({ kind, role }) => `${kind} ${role}`);
  };

  it('are asked of all keepers in one statement, each of its own kinds alone', async () => {
    await stage.arrange(`UPDATE deadlines SET state = 'OPEN'`);
    expect(await open(await among(ProcedureKeeper, AgendaKeeper, SilentKeeper))).toEqual(['AGENDA_DRAFT SECRETARIAT']);
  });

  it('are nobody’s where no keeper says whose', async () => {
    expect(await open(await among(SilentKeeper))).toEqual([]);
  });
});
