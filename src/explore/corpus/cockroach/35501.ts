/**
 * cockroach_35501 · Anonymous function
 * A schema change validates each of its constraints in a task of its own. The tasks take the constraint from the loop's variable, so
 * some are validated twice and others not at all.
 * @expects race constraint
 * @oracle none
 * @rate unknown
 */
import { WaitGroup } from 'happens-before/go';

interface Constraint {
  readonly name: string;
}

class TableDescriptor {
  validate(constraint: Constraint): void {
    console.log('validate', constraint.name);
  }
}

class SchemaChanger {
  async validateChecks(table: TableDescriptor, checks: readonly Constraint[]): Promise<void> {
    const validators = new WaitGroup();
    // One variable for all rounds, as in Go before 1.22.
    let constraint: Constraint;
    for (constraint of checks) {
      validators.go(async () => {
        table.validate(constraint);
      });
    }
    await validators.wait();
  }
}

await new SchemaChanger().validateChecks(new TableDescriptor(), [{ name: 'price > 0' }, { name: 'name not null' }]);
