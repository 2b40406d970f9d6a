import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { eventLabels } from '#platform/lifecycle';
import { statementLifecycle } from './domain/statement-lifecycle.js';
import { StatementCosignatureEntity } from './persistence/statement-cosignature.entity.js';
import { StatementEntity } from './persistence/statement.entity.js';

export const statementEntities: readonly EntityTarget<ObjectLiteral>[] = [StatementEntity, StatementCosignatureEntity];

export const statementEvents: readonly string[] = [...eventLabels(statementLifecycle).keys()];

/** What only the house of its author knows. */
export const statementRecordOnlyEvents: readonly string[] = ['statement.drafted', 'statement.edited'];
