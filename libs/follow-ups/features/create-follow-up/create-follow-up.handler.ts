import { Injectable } from '@nestjs/common';
import { landCodes, type FollowUpKind } from '#glossary';
import { audienceOfBody, audienceOfParty, isBodyCode, isPartyCode, OFFICE_AUDIENCE, type Actor } from '#organisation';
import { berlinDay, Clock } from '#platform/clock';
import { Database, newId, type ReadTx } from '#platform/database';
import { refused } from '#platform/lifecycle';
import type { Addressee } from '../../domain/addressee.js';
import type { Due } from '../../domain/due.js';
import { decide } from '../../domain/follow-up-decision.js';
import type { FollowUp } from '../../domain/follow-up.js';
import {
  FollowUpTransitionHandler,
  type FollowUpAnswer,
  type FollowUpSurroundings,
} from '../../follow-up-transition.handler.js';
import { FollowUps } from '../../persistence/follow-up.repository.js';
import { Origins, type QuotedOrigin } from '../../persistence/origins.js';

export interface CreateFollowUp {
  readonly resolutionId: string;
  readonly clauseId: string;
  readonly kind: FollowUpKind;
  readonly task: string;
  /** Code of a body or party, `CHAIR` or `ALL_LAENDER`. */
  readonly addressee: string;
  readonly due: Due | undefined;
  readonly repeatsId: string | null;
}

/** The secretariat takes from a clause what it asks somebody to do. */
@Injectable()
export class CreateFollowUpHandler {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUps,
    private readonly origins: Origins,
    private readonly transition: FollowUpTransitionHandler,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: CreateFollowUp): Promise<FollowUpAnswer> {
    const addressee = addresseeFrom(input.addressee);
    if (addressee === null) return unknownAddressee;
    const { due } = input;
    if (due === undefined) return noDue;
    return this.database.write(actor, async (tx): Promise<FollowUpAnswer> => {
      const entry = entryFrom({ ...input, addressee, due }, this.clock.now());
      const origin = await this.origins.originOf(tx, input.resolutionId);
      const surroundings = await this.surroundingsOf(tx, entry, origin);
      const decision = decide(entry, 'createFollowUp', this.transition.contextOf(actor, entry, surroundings, {}));
      if (!decision.ok) return decision;
      if (origin === null) throw new Error('A follow-up without a resolution was accepted');
      await this.followUps.save(tx, actor, decision, origin.audience);
      return { ok: true, followUp: { ...decision.followUp, audience: origin.audience } };
    });
  }

  private async surroundingsOf(
    tx: ReadTx,
    { addressee, repeatsId, resolutionId, due }: FollowUp,
    origin: QuotedOrigin | null,
  ): Promise<FollowUpSurroundings> {
    const today = berlinDay(this.clock.now());
    return {
      origin,
      addresseeExists: addressee.kind !== 'BODY' || (await this.origins.bodyExistsOn(tx, addressee.code, today)),
      addresseeSeesOrigin: origin === null || codesOf(addressee).every((code) => origin.audience.includes(code)),
      repeated: repeatsId === null ? null : await this.followUps.findFollowUp(tx, repeatsId),
      conferenceStartsOn: (await this.origins.conferenceDue(tx, resolutionId, due))?.startsOn ?? null,
    };
  }
}

function addresseeFrom(code: string): Addressee | null {
  if (code === 'CHAIR' || code === 'ALL_LAENDER') return { kind: code, code: null };
  if (isPartyCode(code)) return { kind: 'PARTY', code };
  return isBodyCode(code) ? { kind: 'BODY', code } : null;
}

/** The audience codes of those who have to read the resolution in order to do what it asks. */
function codesOf(addressee: Addressee): readonly number[] {
  switch (addressee.kind) {
    case 'BODY':
      return [audienceOfBody(addressee.code)];
    case 'PARTY':
      return [audienceOfParty(addressee.code)];
    case 'CHAIR':
      return [OFFICE_AUDIENCE.CHAIR];
    case 'ALL_LAENDER':
      return landCodes.map(audienceOfParty);
  }
}

function entryFrom(
  given: Omit<CreateFollowUp, 'addressee' | 'due'> & { readonly addressee: Addressee; readonly due: Due },
  now: Date,
): FollowUp {
  const { kind, resolutionId, clauseId, addressee, due, repeatsId } = given;
  return {
    id: newId(),
    state: 'NEW',
    kind,
    resolutionId,
    clauseId,
    task: given.task.trim(),
    addressee,
    due,
    repeatsId,
    extendedById: null,
    returnedTopicId: null,
    createdAt: now,
    updatedAt: now,
    revision: 0,
  };
}

const unknownAddressee = refused({
  code: 'ADDRESSEE_UNKNOWN',
  field: 'addressee',
  message: 'Bitte wählen Sie, an wen sich der Auftrag richtet.',
});

const noDue = refused({
  code: 'DUE_REQUIRED',
  field: 'due',
  message: 'Bitte nennen Sie einen Tag, eine Konferenz oder eine Bedingung mit dem Tag ihrer Prüfung.',
});
