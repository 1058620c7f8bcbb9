package run.radicchio.component.type;

/** The type of something imported or exported (Explainer, {@code externtype}). */
public sealed interface ExternType
    permits CoreModuleType, FuncType, TypeBound, ComponentType, InstanceType {}
