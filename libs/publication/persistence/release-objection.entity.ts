import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PartyCode, ReleaseObjectionState } from '#glossary';
import { PartyEntity } from '#organisation';
import { ReleaseEntity } from './release.entity.js';

/** Seen by the objecting party and the system alone; the policy lets nobody add or keep it otherwise. */
@Entity('release_objections')
@Check('release_objections_state', `state IN ('STANDING', 'WITHDRAWN')`)
@Check('release_objections_withdrawn', `(state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)`)
@Check('release_objections_audience', '0 = ANY (audience) AND cardinality(audience) = 2')
@Index('release_objections_one_standing', ['releaseId', 'party'], { unique: true, where: `state = 'STANDING'` })
export class ReleaseObjectionEntity {
  @PrimaryColumn('uuid') id!: string;

  @ForeignKey(() => ReleaseEntity, { name: 'release_objections_release_fk' })
  @Column('uuid', { name: 'release_id' })
  releaseId!: string;

  @ForeignKey(() => PartyEntity, { name: 'release_objections_party' })
  @Column('text')
  party!: PartyCode;

  @Column('text') state!: ReleaseObjectionState;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { name: 'objected_by' }) objectedBy!: string;
  @Column('timestamptz', { name: 'objected_at' }) objectedAt!: Date;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
  @Column('int') revision!: number;
  @Column('int', { array: true }) audience!: number[];
}
