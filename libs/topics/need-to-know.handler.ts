import { Injectable } from '@nestjs/common';
import { capacitiesOn, SYSTEM, WHOLE_CONFERENCE, type Actor } from '#organisation';
import type { PartyCode } from '#glossary';
import { Clock } from '#platform/clock';
import { Database, newId, type ReadTx, type Tx } from '#platform/database';
import { refused, type Refused } from '#platform/lifecycle';
import { decideGroup, type NeedToKnowAction } from './domain/need-to-know-lifecycle.js';
import type { NeedToKnowContext, NeedToKnowGroup, NeedToKnowGroupEntry } from './domain/need-to-know.js';
import { NeedToKnowGroups } from './persistence/need-to-know-groups.repository.js';
import { TopicRepository } from './persistence/topic.repository.js';
import { TopicTransitionHandler } from './topic-transition.handler.js';

export interface GroupTransition {
  /** None for a new group. */
  readonly groupId?: string;
  readonly expectedRevision?: number;
  readonly action: NeedToKnowAction;
  readonly name?: string;
  readonly parties?: readonly PartyCode[];
}

export type GroupAnswer = { readonly ok: true; readonly group: NeedToKnowGroup } | Refused;

const unknownGroup = refused({ code: 'NOT_FOUND', message: 'Diese Gruppe gibt es nicht.' });

/** The one way in which a group changes; topics restricted to it follow in the same transaction. */
@Injectable()
export class NeedToKnowHandler {
  constructor(
    private readonly database: Database,
    private readonly groups: NeedToKnowGroups,
    private readonly topics: TopicRepository,
    private readonly transition: TopicTransitionHandler,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, transition: GroupTransition): Promise<GroupAnswer> {
    const { groupId, expectedRevision, action, name, parties } = transition;
    return this.database.write(actor, async (tx) => {
      const entry = groupId === undefined ? this.newEntry() : await this.groups.lockGroup(tx, groupId);
      if (entry === null) return unknownGroup;
      if (groupId !== undefined && entry.revision !== expectedRevision) return changedMeanwhile(entry);
      const decision = decideGroup(entry, action, await this.contextFor(tx, actor, entry, { name, parties }));
      if (!decision.ok) return decision;
      await this.groups.save(tx, actor, decision);
      if (action === 'changeNeedToKnowGroup') await this.follow(tx, decision.group);
      return { ok: true, group: decision.group };
    });
  }

  contextOf(actor: Actor, input: NeedToKnowContext['input']): NeedToKnowContext {
    return { now: this.clock.now(), capacities: capacitiesOn(actor, WHOLE_CONFERENCE), isNameTaken: false, input };
  }

  private async contextFor(
    tx: ReadTx,
    actor: Actor,
    { id }: NeedToKnowGroupEntry,
    input: NonNullable<NeedToKnowContext['input']>,
  ): Promise<NeedToKnowContext> {
    const isNameTaken = input.name !== undefined && (await this.groups.isNameTaken(tx, input.name, id));
    return { ...this.contextOf(actor, input), isNameTaken };
  }

  /** At once and by the system: drafts that nobody but their house sees are among them. */
  private async follow(tx: Tx, group: NeedToKnowGroup): Promise<void> {
    await tx.asSystem(async (system) => {
      for (const topic of await this.topics.lockTopicsOfGroup(system, group.id)) {
        const { id: topicId, revision: expectedRevision } = topic;
        const input = { restriction: { parties: group.parties, groupId: group.id } };
        const step = { topicId, expectedRevision, action: 'followNeedToKnowGroup', input } as const;
        const decision = await this.transition.decideAndSave(system, SYSTEM, step);
        if (!decision.ok) throw new Error(`A topic cannot follow its group: ${decision.refusals[0].code}`);
      }
    });
  }

  private newEntry(): NeedToKnowGroupEntry {
    return { id: newId(), state: 'NEW', name: '', parties: [], updatedAt: this.clock.now(), revision: 0 };
  }
}

function changedMeanwhile({ revision }: NeedToKnowGroupEntry): Refused {
  return refused({
    code: 'CHANGED_MEANWHILE',
    message: 'Die Gruppe wurde inzwischen geändert. Bitte laden Sie sie neu; Ihre Eingaben bleiben erhalten.',
    details: { revision },
  });
}
