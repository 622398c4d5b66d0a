/** A drawing as plain numbers. `layout` makes it from a trace, `toSvg` writes it down; nothing here knows the DOM. */
import type { Cause, Relation, ResourceId, TaskId } from '#trace';

export type Axis = 'across' | 'down';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Rect extends Point {
  readonly w: number;
  readonly h: number;
}
export interface Label extends Point {
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}
/** A label with its own ground, so that it can lie on lines. */
export interface Tag extends Label {
  readonly box: Rect;
}

export interface Line {
  readonly from: Point;
  readonly to: Point;
}

/** One step, or a run of steps folded into one. */
export interface Column {
  readonly from: number;
  readonly to: number;
  readonly rect: Rect;
  readonly label: Label;
  readonly time?: Label;
  readonly relation?: Relation;
  readonly fold?: Tag;
  /** The step that decided a failure. */
  readonly decisive?: boolean;
}
export interface Lane {
  readonly task: TaskId;
  readonly rect: Rect;
  readonly name: Label;
}
/** `run`: the one task that acts. `ready`: could act; `pause`: so between two of its own steps. `working`: uses a core. `folded`: acted within a fold. */
export interface Bar {
  readonly kind: 'run' | 'ready' | 'pause' | 'working' | 'folded';
  readonly task: TaskId;
  readonly step?: number;
  readonly rect: Rect;
  readonly label?: Label;
  readonly raced?: boolean;
  /** It has no part in the failure that the run ends in. */
  readonly aside?: boolean;
}
export interface Wait {
  readonly kind: 'blocked' | 'sleeping' | 'stuck';
  readonly task: TaskId;
  readonly from: Point;
  readonly to: Point;
  readonly label?: Tag;
}
/** The bar across a waiting line at either end. */
export interface Post {
  readonly task: TaskId;
  readonly from: Point;
  readonly to: Point;
}
export interface Cap extends Point {
  readonly kind: 'returned' | 'failed' | 'stuck';
  readonly task: TaskId;
  readonly label?: Tag;
}
/** A lock in a task's hands, from one step to another. */
export interface Rail {
  readonly resource: ResourceId;
  readonly task: TaskId;
  readonly fromStep: number;
  readonly toStep: number;
  readonly style: number;
  readonly shared: boolean;
  readonly from: Point;
  readonly to: Point;
  readonly label: Label;
}
/** A channel with its slots as they are after a step. */
export interface Shelf {
  readonly resource: ResourceId;
  readonly name: Label;
  readonly from: Point;
  readonly to: Point;
  readonly closed?: Point;
  readonly slots: readonly Slots[];
}
export interface Slots {
  readonly step: number;
  readonly filled: number;
  readonly capacity: number;
  readonly rects: readonly Rect[];
  readonly label?: Tag;
}
/** Something that tasks take turns at: the interpreter's lock, a core. */
export interface HolderRow {
  readonly name: Label;
  readonly from: Point;
  readonly to: Point;
  readonly turns: readonly {
    readonly task: TaskId;
    readonly fromStep: number;
    readonly toStep: number;
    readonly forced: boolean;
    readonly rect: Rect;
    readonly label?: Label;
  }[];
}
/** `order` says only that one came before the other; it is drawn for the selected step. */
export interface Arrow {
  readonly kind: Cause['kind'];
  readonly from: number;
  readonly to: number | undefined;
  readonly task: TaskId;
  readonly path: string;
  readonly head: string;
  readonly chip?: Tag;
}
export interface RaceLine {
  readonly from: number;
  readonly to: number;
  readonly start: Point;
  readonly end: Point;
  readonly tag?: Tag;
}
export interface Diamond extends Point {
  readonly step: number;
}
/** A step at which other tasks could have gone. `forced`: the one before could have gone on. */
export interface Fork extends Point {
  readonly step: number;
  readonly forced: boolean;
}

export interface Scene {
  readonly axis: Axis;
  readonly width: number;
  readonly height: number;
  /** Width of the strip of names beside the lanes, or its height above them. Not part of `width` and `height`. */
  readonly nameSize: number;
  readonly at: number | undefined;
  readonly columns: readonly Column[];
  /** Where another order parts from this one. */
  readonly parting?: Line;
  readonly lanes: readonly Lane[];
  readonly bars: readonly Bar[];
  readonly waits: readonly Wait[];
  readonly posts: readonly Post[];
  readonly caps: readonly Cap[];
  readonly rails: readonly Rail[];
  readonly shelves: readonly Shelf[];
  readonly holders: readonly HolderRow[];
  readonly arrows: readonly Arrow[];
  readonly races: readonly RaceLine[];
  readonly diamonds: readonly Diamond[];
  readonly forks: readonly Fork[];
}
