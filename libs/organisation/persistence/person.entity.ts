import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('people')
@Check('people_name', `name <> ''`)
@Index('people_name_order', ['name', 'id'])
@Unique('people_mail', ['mail'])
export class PersonEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  /** Where messages go, and by which a person is known at the first sign-in. Shown to nobody. */
  @Column('citext') mail!: string;
}
