import { describe, expect, it } from '@jest/globals';
import { capacityNames, type Capacity } from '#glossary';
import { faultsOf } from '#platform/lifecycle';
import { actionsOn, deadLetterLifecycle, decide } from './dead-letter-lifecycle.js';
import { deadLetterStateNames, type DeadLetter, type DeadLetterState } from './dead-letter.js';

const noon = new Date('2026-11-02T12:00:00Z');

const aLetter = (state: DeadLetterState): DeadLetter => ({
  id: 'letter-1',
  outboxId: 'message-1',
  jobName: 'send-notification-mail',
  event: 'notification.created',
  recordKind: 'notification',
  state,
  attempts: 11,
  failure: 'MAIL_REFUSED',
  failureCode: '550',
  occurredAt: noon,
  firstFailedAt: noon,
  lastFailedAt: noon,
  revision: 3,
});

const as = (capacity: Capacity, input: { reason: string } | null = null) => ({
  now: noon,
  capacities: new Set([capacity]),
  input,
});

describe('The lifecycle of a job that was given up', () => {
  it('has no unreachable state, no dead row and a German name for each action', () => {
    expect(faultsOf(deadLetterLifecycle)).toEqual([]);
  });

  it('lets the technical administration alone run it again or set it aside, and only while it is given up', () => {
    const states = Object.keys(deadLetterStateNames) as DeadLetterState[];
    const matrix = states.flatMap((state) =>
      (Object.keys(capacityNames) as Capacity[]).flatMap((capacity) =>
        actionsOn(aLetter(state), as(capacity)).flatMap(({ action, available }) =>
          available ? [`${state}: ${capacity} may ${action}`] : [],
        ),
      ),
    );
    expect(matrix).toEqual(['GIVEN_UP: ADMIN may runDeadLetterAgain', 'GIVEN_UP: ADMIN may discardDeadLetter']);
  });

  it('counts the revision, so that two do not run it again at the same time', () => {
    const answer = decide(aLetter('GIVEN_UP'), 'runDeadLetterAgain', as('ADMIN'));
    expect(answer).toMatchObject({ ok: true, deadLetter: { state: 'RUNNING_AGAIN', revision: 4 }, capacity: 'ADMIN' });
  });

  it('is set aside with a reason, without blanks around it', () => {
    const answer = decide(
      aLetter('GIVEN_UP'),
      'discardDeadLetter',
      as('ADMIN', { reason: ' Postfach gibt es nicht ' }),
    );
    expect(answer).toMatchObject({ ok: true, deadLetter: { state: 'DISCARDED' }, reason: 'Postfach gibt es nicht' });
  });

  it.each([
    ['   ', 'REASON_REQUIRED'],
    ['x'.repeat(2001), 'REASON_TOO_LONG'],
  ])('is not set aside for a reason like "%.5s"', (reason, code) => {
    const answer = decide(aLetter('GIVEN_UP'), 'discardDeadLetter', as('ADMIN', { reason }));
    expect(answer).toMatchObject({ ok: false, refusals: [{ code, field: 'reason' }] });
  });
});
