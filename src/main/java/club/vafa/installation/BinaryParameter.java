package club.vafa.installation;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/** A parameter in the database's own binary form. It lives as long as its statement. */
@SuppressWarnings("serial")
final class BinaryParameter extends PGobject implements PGBinaryObject {
  private final byte[] bytes;

  BinaryParameter(String type, byte[] bytes) {
    setType(type);
    this.bytes = bytes;
  }

  @Override
  public int lengthInBytes() {
    return bytes.length;
  }

  @Override
  public void toBytes(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, bytes.length);
  }

  @Override
  public void setByteValue(byte[] value, int offset) {
    throw new UnsupportedOperationException("only sent, never read");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return getType() + " " + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 64));
  }
}
