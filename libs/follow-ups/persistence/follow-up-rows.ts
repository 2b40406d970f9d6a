import type { BodyCode, PartyCode } from '#glossary';
import type { Addressee } from '../domain/addressee.js';
import type { Due } from '../domain/due.js';
import type { FollowUp } from '../domain/follow-up.js';
import type { FollowUpEntity } from './follow-up.entity.js';

/** A follow-up that has been stored, and who may see it. */
export type StoredFollowUp = FollowUp & {
  readonly state: FollowUpEntity['state'];
  readonly audience: readonly number[];
};

export function followUpOf(row: FollowUpEntity): StoredFollowUp {
  const { addresseeKind: _kind, addresseeCode: _code, ...rest } = row;
  const { dueKind: _dueKind, dueDay: _day, dueSeason: _season, dueYear: _year, ...fields } = rest;
  const { condition: _condition, reviewOn: _reviewOn, ...plain } = fields;
  return { ...plain, addressee: addresseeOf(row), due: dueOf(row) };
}

export function rowOf({ addressee, due, ...fields }: StoredFollowUp): FollowUpEntity {
  return {
    ...fields,
    addresseeKind: addressee.kind,
    addresseeCode: addressee.code,
    dueKind: due.kind,
    dueDay: due.kind === 'DAY' ? due.day : null,
    dueSeason: due.kind === 'CONFERENCE' ? due.season : null,
    dueYear: due.kind === 'CONFERENCE' ? due.year : null,
    condition: due.kind === 'CONDITION' ? due.condition : null,
    reviewOn: due.kind === 'CONDITION' ? due.reviewOn : null,
    audience: [...fields.audience],
  };
}

function addresseeOf({ addresseeKind, addresseeCode }: FollowUpEntity): Addressee {
  switch (addresseeKind) {
    case 'BODY':
      return { kind: 'BODY', code: addresseeCode as BodyCode };
    case 'PARTY':
      return { kind: 'PARTY', code: addresseeCode as PartyCode };
    case 'CHAIR':
    case 'ALL_LAENDER':
      return { kind: addresseeKind, code: null };
  }
}

function dueOf({ dueDay, dueSeason, dueYear, condition, reviewOn }: FollowUpEntity): Due {
  if (dueDay !== null) return { kind: 'DAY', day: dueDay };
  if (dueSeason !== null && dueYear !== null) return { kind: 'CONFERENCE', season: dueSeason, year: dueYear };
  if (condition !== null && reviewOn !== null) return { kind: 'CONDITION', condition, reviewOn };
  throw new Error('A follow-up is due on a day, at a conference or on a condition');
}
