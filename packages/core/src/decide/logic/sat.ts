import type { Formula, Formulas } from './formula.ts'
import { not, yes } from './formula.ts'
import { type Assignment, justify } from './justify.ts'

/** What a theory knows about the atoms beyond the formulas. */
export interface Theory {
  /** What follows from a literal alone. */
  readonly implied: (literal: Formula) => readonly Formula[]
  /** Literals that cannot hold together; undefined where they can. */
  readonly conflict: (literals: readonly Formula[]) => readonly Formula[] | undefined
}

/** Thrown where a question takes more than its share; ends as `unproved`. */
export class OverBudget extends Error {}

type Clause = Formula[]

/**
 * Conflict-driven clause learning over shared formulas (Marques-Silva and Sakallah, GRASP; watched literals
 * and first unique implication points as in Chaff and MiniSat). It decides only what is needed to justify the roots,
 * so a model is a small set of atoms; a theory then says whether they can hold together. What is learned stays.
 */
export class Sat {
  readonly #formulas: Formulas
  readonly #theory: Theory
  readonly #assignment: Assignment
  #size = 0
  #values = new Int8Array(0)
  #levels = new Int32Array(0)
  readonly #reasons: (Clause | undefined)[] = []
  readonly #watches: (Clause[] | undefined)[] = []
  readonly #trail: Formula[] = []
  readonly #limits: number[] = []
  #head = 0
  #consistent = true

  constructor(formulas: Formulas, theory: Theory, facts: readonly (readonly Formula[])[]) {
    this.#formulas = formulas
    this.#theory = theory
    this.#assignment = {
      partsOf: (node) => formulas.parts[node],
      value: (literal) => this.#value(literal),
      level: (node) => this.#levels[node]!,
    }
    this.#grow()
    for (const fact of facts) this.#addFresh([...fact])
  }

  /** Takes in the formulas that were made since. */
  #grow(): void {
    const { parts, size } = this.#formulas
    const before = this.#size
    if (size === before) return
    this.#size = size
    if (size > this.#values.length) {
      const values = new Int8Array(size * 2)
      values.set(this.#values)
      this.#values = values
      const levels = new Int32Array(size * 2)
      levels.set(this.#levels)
      this.#levels = levels
    }
    if (before === 0) this.#add([yes])
    for (let node = Math.max(1, before); node < size; node++) {
      const conjuncts = parts[node]
      if (!conjuncts) continue
      for (const part of conjuncts) this.#addFresh([part, node * 2 + 1])
      this.#addFresh([node * 2, ...conjuncts.map(not)])
    }
  }

  /**
   * The atoms that make all roots true, as literals; undefined where nothing does.
   * @param conflicts the most conflicts to go through
   * @throws OverBudget
   */
  solve(roots: readonly Formula[], conflicts: number): readonly Formula[] | undefined {
    this.#backTo(0)
    this.#grow()
    let left = conflicts
    for (;;) {
      const clash = this.#consistent ? this.#propagate() : []
      if (clash) {
        if (!this.#consistent || !this.#learn(clash)) return undefined
        if (--left < 0) throw new OverBudget()
        continue
      }
      const level = this.#limits.length
      if (level < roots.length) {
        const root = roots[level]!
        if (this.#value(root) < 0) return undefined
        this.#limits.push(this.#trail.length)
        if (this.#value(root) === 0) this.#assign(root, undefined)
        continue
      }
      const choice = justify(roots, this.#assignment)
      if (typeof choice === 'number') {
        this.#limits.push(this.#trail.length)
        this.#assign(choice, undefined)
        continue
      }
      const core = this.#theory.conflict(choice)
      if (!core) return choice
      if (--left < 0) throw new OverBudget()
      if (!this.#refuse(core)) return undefined
    }
  }

  /** 1 true, -1 false, 0 open. */
  #value(literal: Formula): number {
    const value = this.#values[literal >> 1]!
    return literal % 2 === 1 ? -value : value
  }

  #assign(literal: Formula, reason: Clause | undefined): void {
    const node = literal >> 1
    this.#values[node] = literal % 2 === 1 ? -1 : 1
    this.#levels[node] = this.#limits.length
    this.#reasons[node] = reason
    this.#trail.push(literal)
  }

  #add(clause: Clause): void {
    if (clause.length === 1) {
      const [literal] = clause as [Formula]
      if (this.#value(literal) < 0) this.#consistent = false
      else if (this.#value(literal) === 0) this.#assign(literal, undefined)
      return
    }
    this.#watch(clause[0]!, clause)
    this.#watch(clause[1]!, clause)
  }

  #watch(literal: Formula, clause: Clause): void {
    const watching = this.#watches[literal]
    if (watching) watching.push(clause)
    else this.#watches[literal] = [clause]
  }

  /** Adds a clause where some literals may be decided for good. */
  #addFresh(clause: Clause): void {
    const open = clause.filter((literal) => this.#value(literal) >= 0)
    if (open.length === 0) this.#consistent = false
    else if (!open.some((literal) => this.#value(literal) > 0)) this.#add(open)
  }

  /** Draws all conclusions; a clause that is false now is returned. */
  #propagate(): Clause | undefined {
    while (this.#head < this.#trail.length) {
      const literal = this.#trail[this.#head++]!
      for (const implied of this.#theory.implied(literal)) {
        const value = this.#value(implied)
        if (value < 0) return [implied, not(literal)]
        if (value === 0) this.#assign(implied, [implied, not(literal)])
      }
      const clash = this.#visit(not(literal))
      if (clash) return clash
    }
    return undefined
  }

  /** Looks at the clauses that watch a literal which has become false. */
  #visit(lost: Formula): Clause | undefined {
    const watching = this.#watches[lost]
    if (!watching) return undefined
    let kept = 0
    let clash: Clause | undefined
    for (let i = 0; i < watching.length; i++) {
      const clause = watching[i]!
      if (clash || this.#rewatch(clause, lost)) {
        if (clash || this.#watched(clause, lost)) watching[kept++] = clause
        continue
      }
      watching[kept++] = clause
      const [unit] = clause as [Formula]
      if (this.#value(unit) < 0) clash = clause
      else if (this.#value(unit) === 0) this.#assign(unit, clause)
    }
    watching.length = kept
    return clash
  }

  #watched = (clause: Clause, literal: Formula): boolean =>
    clause[0] === literal || clause[1] === literal

  /** Puts the lost literal second; true if the clause needs nothing: it is true, or watches another literal now. */
  #rewatch(clause: Clause, lost: Formula): boolean {
    if (clause[0] === lost) {
      clause[0] = clause[1]!
      clause[1] = lost
    }
    if (this.#value(clause[0]!) > 0) return true
    for (let i = 2; i < clause.length; i++) {
      const other = clause[i]!
      if (this.#value(other) < 0) continue
      clause[1] = other
      clause[i] = lost
      this.#watch(other, clause)
      return true
    }
    return false
  }

  #backTo(level: number): void {
    if (this.#limits.length <= level) return
    const keep = this.#limits[level]!
    for (const literal of this.#trail.splice(keep)) this.#values[literal >> 1] = 0
    this.#limits.length = level
    this.#head = Math.min(this.#head, keep)
  }

  /** Learns from a set of literals that hold but cannot hold together. */
  #refuse(core: readonly Formula[]): boolean {
    const clause = core.map(not)
    const level = Math.max(0, ...clause.map((literal) => this.#levels[literal >> 1]!))
    this.#backTo(level)
    // The refusal itself is kept: it says something about the atoms, whatever the roots are.
    if (clause.length > 1) {
      const byLevel = [...clause].sort((a, b) => this.#levels[b >> 1]! - this.#levels[a >> 1]!)
      this.#add(byLevel)
    }
    return this.#learn(clause)
  }

  /** Learns why a false clause is false and goes back to where that is news; false if no choice is left. */
  #learn(clash: Clause): boolean {
    const highest = Math.max(0, ...clash.map((literal) => this.#levels[literal >> 1]!))
    if (highest === 0) {
      this.#consistent = false
      return false
    }
    this.#backTo(highest)
    const [learnt, level] = this.#analyse(clash)
    this.#backTo(level)
    if (learnt.length > 1) this.#add(learnt)
    const [assert] = learnt as [Formula]
    if (this.#value(assert) < 0) return false
    if (this.#value(assert) === 0) this.#assign(assert, learnt.length > 1 ? learnt : undefined)
    return true
  }

  /** The first unique implication point, and the level at which it follows. */
  #analyse(clash: Clause): [Clause, number] {
    const current = this.#limits.length
    const seen = new Set<number>()
    const below: Formula[] = []
    let open = 0
    let at = this.#trail.length
    let reason: Clause = clash
    for (;;) {
      for (const literal of reason) {
        const node = literal >> 1
        if (seen.has(node) || this.#levels[node] === 0 || this.#value(literal) > 0) continue
        seen.add(node)
        if (this.#levels[node] === current) open++
        else below.push(literal)
      }
      do at--
      while (!seen.has(this.#trail[at]! >> 1) || this.#levels[this.#trail[at]! >> 1] !== current)
      const point = this.#trail[at]!
      if (--open === 0) {
        const second = below.reduce(
          (a, b) => (this.#levels[a >> 1]! >= this.#levels[b >> 1]! ? a : b),
          below[0] ?? yes,
        )
        const rest = below.filter((literal) => literal !== second)
        const level = below.length > 0 ? this.#levels[second >> 1]! : 0
        return [[not(point), ...(below.length > 0 ? [second] : []), ...rest], level]
      }
      reason = this.#reasons[point >> 1]!
    }
  }
}
