package run.radicchio.component.abi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.binding.Binding;

/** How Java represents variants, enums, options and results. */
final class VariantShapes {
  private VariantShapes() {}

  static VariantCodec.Shape of(Binding.VariantOf binding) {
    return new VariantCodec.Shape() {
      @Override
      public int caseOf(@Nullable Object value) {
        return binding.caseOf().applyAsInt(Representation.require(Object.class, value));
      }

      @Override
      public @Nullable Object payloadOf(@Nullable Object value) {
        return binding.payloadOf().apply(Representation.require(Object.class, value));
      }

      @Override
      public Object make(int index, @Nullable Object payload) {
        return binding.make().make(index, payload);
      }
    };
  }

  static VariantCodec.Shape of(Binding.EnumOf binding) {
    return new VariantCodec.Shape() {
      @Override
      public int caseOf(@Nullable Object value) {
        return binding.indexOf().applyAsInt(Representation.require(Object.class, value));
      }

      @Override
      public @Nullable Object payloadOf(@Nullable Object value) {
        return null;
      }

      @Override
      public Object make(int index, @Nullable Object payload) {
        return binding.make().apply(index);
      }
    };
  }

  static VariantCodec.Shape of(Binding.OptionOf binding) {
    return binding.optional() ? Emptiness.INSTANCE : Nullness.INSTANCE;
  }

  /** An option whose {@code none} is null. */
  enum Nullness implements VariantCodec.Shape {
    INSTANCE;

    @Override
    public int caseOf(@Nullable Object value) {
      return value == null ? 0 : 1;
    }

    @Override
    public @Nullable Object payloadOf(@Nullable Object value) {
      return value;
    }

    @Override
    public @Nullable Object make(int index, @Nullable Object payload) {
      return payload;
    }
  }

  /** An option whose {@code none} is {@code Optional.empty()}. */
  enum Emptiness implements VariantCodec.Shape {
    INSTANCE;

    @Override
    public int caseOf(@Nullable Object value) {
      return Representation.require(Optional.class, value).isEmpty() ? 0 : 1;
    }

    @Override
    public Object payloadOf(@Nullable Object value) {
      return Representation.require(Optional.class, value).orElseThrow();
    }

    @Override
    public Object make(int index, @Nullable Object payload) {
      return Optional.ofNullable(payload);
    }
  }

  /** A {@link Result}. */
  enum Success implements VariantCodec.Shape {
    INSTANCE;

    @Override
    public int caseOf(@Nullable Object value) {
      return switch (Representation.require(Result.class, value)) {
        case Result.Ok<?, ?> _ -> 0;
        case Result.Err<?, ?> _ -> 1;
      };
    }

    @Override
    public @Nullable Object payloadOf(@Nullable Object value) {
      return switch (Representation.require(Result.class, value)) {
        case Result.Ok<?, ?> ok -> ok.value();
        case Result.Err<?, ?> err -> err.error();
      };
    }

    @Override
    public Object make(int index, @Nullable Object payload) {
      return index == 0 ? new Result.Ok<>(payload) : new Result.Err<>(payload);
    }
  }
}
