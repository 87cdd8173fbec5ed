/// volume_actor.h: a volume block as something VTK can draw.
#pragma once
#include "ui/render/volume_block.h"
#include "ui/render/volume_look.h"
#include <memory>

class vtkProp;

namespace nodewise::render {

/// Used on the GUI thread; its picture needs a current context.
class VolumeActor {
public:
    /// @pre the block is not empty.
    VolumeActor(const VolumeBlock& block, VolumeMethod method);
    ~VolumeActor();
    VolumeActor(const VolumeActor&) = delete;
    VolumeActor& operator=(const VolumeActor&) = delete;

    void setLook(VolumeLook look);
    /// Fewer rays and longer steps, for pictures of a moment; `pixelRatio` as of the screen.
    void setDraft(bool draft, double pixelRatio);
    [[nodiscard]] vtkProp* prop() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace nodewise::render
