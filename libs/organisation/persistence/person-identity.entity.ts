import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** Under which subject an issuer knows the person. Seen by the system alone. */
@Entity('person_identities')
@Unique('person_identities_one_per_issuer', ['issuer', 'personId'])
export class PersonIdentityEntity {
  @PrimaryColumn('text') issuer!: string;
  @PrimaryColumn('text') subject!: string;

  @ForeignKey(() => PersonEntity, { name: 'person_identities_person' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;
}
