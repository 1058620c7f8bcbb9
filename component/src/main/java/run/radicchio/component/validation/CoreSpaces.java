package run.radicchio.component.validation;

import java.util.Map;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.CoreType;

/** The index spaces that only a {@link Scope} with core definitions needs. */
final class CoreSpaces {
  final IndexSpace<CoreModuleType> modules = new IndexSpace<>("module");
  final IndexSpace<Map<String, CoreType>> instances = new IndexSpace<>("core instance");
  final IndexSpace<CoreType.Function> functions = new IndexSpace<>("core function");
  final IndexSpace<CoreType.Table> tables = new IndexSpace<>("table");
  final IndexSpace<CoreType.Memory> memories = new IndexSpace<>("memory");
  final IndexSpace<CoreType.Global> globals = new IndexSpace<>("global");
  final IndexSpace<CoreType.Tag> tags = new IndexSpace<>("tag");
}
