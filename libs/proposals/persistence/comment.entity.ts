import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { CommentKind, PartyCode } from '#glossary';
import { PartyEntity } from '#organisation';
import type { ChangeRequest } from '../domain/comment-round.js';
import { CommentRoundEntity } from './comment-round.entity.js';

@Entity('comments')
@Unique('comments_version', ['roundId', 'party', 'version'])
export class CommentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'comments_pkey' }) id!: string;

  @ForeignKey(() => CommentRoundEntity, { name: 'comments_round_fk' })
  @Column('uuid', { name: 'round_id' })
  roundId!: string;

  @ForeignKey(() => PartyEntity, { name: 'comments_party_fk' })
  @Column('text')
  party!: PartyCode;

  @Column('int') version!: number;
  @Column('text') kind!: CommentKind;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('jsonb', { name: 'change_requests' }) changeRequests!: readonly ChangeRequest[];
  @Column('text', { name: 'text_hash' }) textHash!: string;
  @Column('timestamptz', { name: 'given_at' }) givenAt!: Date;
  @Column('text', { name: 'given_by' }) givenBy!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('int', { array: true }) audience!: number[];
}
