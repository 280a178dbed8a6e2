import { ShipitError } from '../../src/core/errors';
import type { Role, Roles } from '../../src/core/lambda';
import { Fake } from './fake';

/** Roles by name. Only what differs is written, so two that write different parts do not undo each other. */
export class FakeRoles extends Fake implements Roles {
  private readonly roles = new Map<string, Role>();

  /** Somebody makes or changes it without shipit, or a test sets the scene. */
  put(role: Role): void {
    this.roles.set(role.name, role);
  }

  /** The role without a call, for what a test wants to see. */
  peek(roleName: string): Role | null {
    return this.roles.get(roleName) ?? null;
  }

  read(roleName: string): Promise<Role | null> {
    return this.call('read', roleName, () => this.peek(roleName));
  }

  create(role: Role): Promise<void> {
    return this.call('create', role.name, () => {
      if (this.peek(role.name)) throw new ShipitError('alreadyExists', `there is a role ${role.name}`);
      this.put(role);
    });
  }

  update(role: Role, before: Role): Promise<void> {
    const parts = (Object.keys(role) as (keyof Role)[]).filter(
      (part) => JSON.stringify(role[part]) !== JSON.stringify(before[part]),
    );
    return this.call('update', `${role.name} ${parts.join(' ')}`, () => {
      const there = this.peek(role.name);
      if (!there) throw new ShipitError('notFound', `there is no role ${role.name}`);
      this.put({ ...there, ...Object.fromEntries(parts.map((part) => [part, role[part]])) });
    });
  }

  remove(roleName: string): Promise<void> {
    return this.call('remove', roleName, () => {
      this.roles.delete(roleName);
    });
  }
}
