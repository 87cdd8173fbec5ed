#include "dicom/dictionary.h"
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdict.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/oflog/oflog.h>
#include <mutex>

namespace nodewise::dicom {
namespace {

/// DCMTK's own messages may quote patient names and stand beside the errors we return.
void prepareOnce() {
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    DJDecoderRegistration::registerCodecs();
    DJLSDecoderRegistration::registerCodecs();
    DcmRLEDecoderRegistration::registerCodecs();
}

bool dictionaryLoaded() {
    dcmDataDict.rdlock();
    const bool loaded = dcmDataDict.isDictionaryLoaded();
    dcmDataDict.rdunlock();
    return loaded;
}

bool loadFrom(const std::filesystem::path& file) {
    DcmDataDictionary& dictionary = dcmDataDict.wrlock();
    const bool loaded = dictionary.loadDictionary(file.string().c_str());
    dcmDataDict.wrunlock();
    return loaded && dictionaryLoaded();
}

}  // namespace

Result<void> ensureDictionary(const std::filesystem::path& shipped) {
    static std::once_flag once;
    std::call_once(once, prepareOnce);
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    if (dictionaryLoaded() || (!shipped.empty() && loadFrom(shipped)))
        return {};
    return fail(ErrorCode::DictionaryMissing,
                "DICOM's dictionary of tags was not found; set DCMDICTPATH to a dicom.dic or "
                "install the package dcmtk-data or libdcmtk",
                shipped.string());
}

}  // namespace nodewise::dicom
