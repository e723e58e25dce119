package org.jigyo.workaround;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.dboe.base.block.Block;
import org.apache.jena.dboe.base.block.BlockMgr;
import org.apache.jena.dboe.base.block.BlockMgrWrapper;

/**
 * Writes a block when there is no room for it or at a sync, instead of at each of its changes. Jena 5.6's cache of
 * blocks ({@code BlockMgrCache}) passes on each change of a block that it keeps for later, and the block once more when
 * it drops it; not reported upstream. To be put below that cache, which lets in one thread at a time.
 */
final class DelayedWrites extends BlockMgrWrapper {

    private final int room;
    private final Map<Long, Block> changed = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param room number of blocks that are kept
     */
    DelayedWrites(BlockMgr file, int room) {
        super(file);
        this.room = room;
    }

    @Override
    public void write(Block block) {
        changed.put(block.getId(), block);
        if (changed.size() > room) {
            super.write(changed.remove(changed.keySet().iterator().next()));
        }
    }

    @Override
    public Block getRead(long id) {
        Block block = changed.get(id);
        return block != null ? block : super.getRead(id);
    }

    @Override
    public Block getWrite(long id) {
        Block block = changed.get(id);
        return block != null ? block : super.getWrite(id);
    }

    @Override
    public void overwrite(Block block) {
        changed.remove(block.getId());
        super.overwrite(block);
    }

    @Override
    public void resetAlloc(long boundary) {
        changed.keySet().removeIf(id -> id >= boundary);
        super.resetAlloc(boundary);
    }

    @Override
    public void sync() {
        flush();
        super.sync();
    }

    @Override
    public void syncForce() {
        flush();
        super.syncForce();
    }

    @Override
    public void close() {
        flush();
        super.close();
    }

    private void flush() {
        changed.values().forEach(super::write);
        changed.clear();
    }
}
