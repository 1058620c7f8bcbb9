package run.radicchio.component.core.endive;

import run.endive.runtime.TagInstance;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.type.CoreType;

/** An exception tag, shared by the instances that define or import it. */
record GuestTag(TagInstance tag, CoreType.Tag type) implements CoreExtern.Tag {}
