package run.radicchio.component.binding;

import run.radicchio.component.type.ResourceType;

/** The resource type of each Java class: one for all interfaces, so that they agree on it. */
final class ResourceTypes {
  private static final ClassValue<ResourceType> TYPES =
      new ClassValue<>() {
        @Override
        protected ResourceType computeValue(Class<?> java) {
          return new ResourceType(WitNames.ofClass(java, Place.of(java)));
        }
      };

  private ResourceTypes() {}

  static ResourceType of(Class<?> java) {
    return TYPES.get(java);
  }
}
