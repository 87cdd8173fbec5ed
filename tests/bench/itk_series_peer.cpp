#include "bench/itk_series_peer.h"
#include <cstdint>
#include <itkGDCMImageIO.h>
#include <itkImage.h>
#include <itkImageSeriesReader.h>

namespace nodewise {

bool loadedByItk(const std::vector<std::string>& files, std::size_t voxels) {
    using Image = itk::Image<std::int16_t, 3>;
    const auto reader = itk::ImageSeriesReader<Image>::New();
    reader->SetImageIO(itk::GDCMImageIO::New());
    reader->SetFileNames(files);
    reader->UseStreamingOff();
    try {
        reader->Update();
    } catch (const itk::ExceptionObject&) {
        return false;
    }
    return reader->GetOutput()->GetBufferedRegion().GetNumberOfPixels() == voxels;
}

}  // namespace nodewise
