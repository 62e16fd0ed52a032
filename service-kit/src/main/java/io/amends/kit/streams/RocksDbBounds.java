package io.amends.kit.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One memory bound for all stores of a process, instead of 50 MiB of cache and three memtables for
 * each. Level compaction, since a time index is mostly tombstones.
 */
public final class RocksDbBounds implements RocksDBConfigSetter {

  /** Streams configuration: bytes for cache and memtables together. */
  static final String BYTES = "amends.rocksdb.bytes";

  private static final long KIB = 1024;

  private static final long DEFAULT = 64 * KIB * KIB;

  private static volatile @Nullable Shared shared;

  /** One for the process; made by whichever store opens first. */
  private record Shared(Cache cache, WriteBufferManager writeBuffers) {}

  private static synchronized Shared shared(Map<String, Object> configs) {
    Shared made = shared;
    if (made == null) {
      RocksDB.loadLibrary();
      long bytes =
          configs.get(BYTES) instanceof Number configured ? configured.longValue() : DEFAULT;
      Cache cache = new LRUCache(bytes);
      made = new Shared(cache, new WriteBufferManager(bytes / 2, cache));
      shared = made;
    }
    return made;
  }

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    Shared bound = shared(configs);
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(bound.cache());
    table.setCacheIndexAndFilterBlocks(true);
    table.setPinTopLevelIndexAndFilter(true);
    table.setBlockSize(16 * KIB);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(bound.writeBuffers());
    options.setWriteBufferSize(16 * KIB * KIB);
    options.setCompactionStyle(CompactionStyle.LEVEL);
    options.setCompressionType(CompressionType.LZ4_COMPRESSION);
  }

  @Override
  public void close(String store, Options options) {
    // cache and buffers belong to the process
  }
}
